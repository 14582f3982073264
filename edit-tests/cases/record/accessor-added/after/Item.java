package app;

record Item(String name, int count) {
    @Override public int count() { return Math.max(count, 10); }
}
