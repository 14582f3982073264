package app;

enum Day {
    MON, SUN;
    static Day first() { return values()[values().length - 1]; }
}
