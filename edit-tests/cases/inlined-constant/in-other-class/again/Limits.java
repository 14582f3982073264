package app;

class Limits {
    static final int MAX = -1;
}
