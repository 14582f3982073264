package app;

class Main {
    private final String name = "m";

    String show() {
        int most = 1;
        java.util.Map<String, Integer> cache = new java.util.LinkedHashMap<>(8, 0.5f, true) {
            @Override
            protected boolean removeEldestEntry(java.util.Map.Entry<String, Integer> eldest) {
                return size() > most;
            }
        };
        cache.put(name, 1);
        cache.put("b", 2);
        cache.put("c", 3);
        return cache.toString();
    }
}
