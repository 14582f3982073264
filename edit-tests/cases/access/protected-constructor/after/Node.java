package app.base;

public abstract class Node {
    private final String key;
    protected Node(String key) {
        if (key.isEmpty()) { throw new IllegalArgumentException(); }
        this.key = key + key.length();
    }
    protected final String key() { return key.trim(); }
}
