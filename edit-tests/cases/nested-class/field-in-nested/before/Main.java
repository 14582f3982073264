package app;

class Main {
    private static final class Entry {
        String key = "k";
    }
    private final Entry e = new Entry();
    String show() { return e.key; }
}
