package app;

class Middle extends Top {
    @Override String path() { return super.path() + "/middle"; }
}
