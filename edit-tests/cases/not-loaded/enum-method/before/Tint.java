package app;

enum Tint {
    WARM, COLD;
    String label() { return name(); }
}
