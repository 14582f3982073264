package app;

class Codes {
    static final int OK = 0, BAD = 1;
}
