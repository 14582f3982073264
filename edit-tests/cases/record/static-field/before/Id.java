package app;

record Id(String key) {
    static Id of(String key) { return new Id(key); }
}
