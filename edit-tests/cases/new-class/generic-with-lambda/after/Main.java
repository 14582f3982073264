package app;

class Main {
    String show() { return Pipe.of("a").then(s -> s + "b").then(String::length).get() + ""; }
}
