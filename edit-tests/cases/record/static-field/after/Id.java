package app;

record Id(String key) {
    private static final java.util.Map<String, Id> KNOWN = new java.util.HashMap<>();
    static Id of(String key) { return KNOWN.computeIfAbsent(key, Id::new); }
}
