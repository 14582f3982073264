package app;

class Flags {
    static final boolean DEBUG = true;
}
