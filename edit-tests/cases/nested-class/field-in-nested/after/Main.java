package app;

class Main {
    private static final class Entry {
        String key = "k";
        private int uses = 5;
    }
    private final Entry e = new Entry();
    String show() { e.uses = 6; return e.key + e.uses; }
}
