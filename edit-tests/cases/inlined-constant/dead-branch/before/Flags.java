package app;

class Flags {
    static final boolean DEBUG = false;
}
