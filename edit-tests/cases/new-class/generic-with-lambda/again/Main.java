package app;

class Main {
    String show() { return Pipe.of("a").then(s -> s + "b".repeat(5)).then(String::length).get() + ""; }
}
