package app;

abstract class Old {
    String text() { return Words.second(); }
}
