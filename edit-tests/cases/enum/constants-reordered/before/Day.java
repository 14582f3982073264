package app;

enum Day {
    SUN, MON;
    static Day first() { return values()[0]; }
}
