package app;

class Codes {
    static final int OK = 2, BAD = 0;
}
