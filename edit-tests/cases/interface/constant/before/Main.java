package app;

class Main implements Config {
    String show() { return host(); }
}
