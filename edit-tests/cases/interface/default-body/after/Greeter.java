package app;

interface Greeter {
    String name();
    default String greet() { return "hello " + name() + "!"; }
}
