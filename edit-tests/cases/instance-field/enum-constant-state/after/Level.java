package app;

enum Level {
    LOW, HIGH;
    private int weight = ordinal() * 10;
    String text() { return name() + weight; }
}
