package app.base;

public abstract class Node {
    private final String key;
    protected Node(String key) {
        this.key = key;
    }
    protected final String key() { return key; }
}
