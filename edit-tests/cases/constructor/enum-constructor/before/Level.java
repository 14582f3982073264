package app;

enum Level {
    LOW("l"), HIGH("h");
    private final String label;
    Level(String label) { this.label = label; }
    String label() { return label; }
}
