package app;

record Name(String value) {
    @Override public String value() { return value; }
}
