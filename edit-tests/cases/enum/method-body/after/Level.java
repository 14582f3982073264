package app;

enum Level {
    LOW, HIGH;
    String text() { return ordinal() + name().substring(1); }
}
