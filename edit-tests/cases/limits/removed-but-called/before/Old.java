package app;

class Old {
    String text() { return Words.first(); }
}
