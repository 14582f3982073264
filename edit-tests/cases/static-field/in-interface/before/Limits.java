package app;

interface Limits {
    int LOW = Integer.parseInt("1");
}
