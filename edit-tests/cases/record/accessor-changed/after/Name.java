package app;

record Name(String value) {
    @Override public String value() { return value.substring(0, 1).toUpperCase() + value.substring(1); }
}
