package app;

interface Limits {
    int LOW = Integer.parseInt("1");
    Integer HIGH = Integer.valueOf(99) + 1;
}
