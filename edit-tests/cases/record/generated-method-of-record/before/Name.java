package app;

record Name(String s) {
    @Override public String toString() { return "name " + s; }
}
