package app;

class Main implements Greeter {
    @Override public String name() { return "Ann"; }
    String show() { return greet(); }
}
