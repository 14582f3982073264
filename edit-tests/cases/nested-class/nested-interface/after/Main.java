package app;

class Main {
    interface Greeter {
        String name();
        default String greet() { return "hello, " + name().toUpperCase(); }
        static Greeter of(String n) { return () -> n; }
    }
    final Greeter g = Greeter.of("Ann");
    String show() { return g.greet() + Greeter.of("Bob").name(); }
}
