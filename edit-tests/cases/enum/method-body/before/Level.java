package app;

enum Level {
    LOW, HIGH;
    String text() { return name().toLowerCase(); }
}
