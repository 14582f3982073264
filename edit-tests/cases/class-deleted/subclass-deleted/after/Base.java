package app;

class Base {
    static Base make() { return new Base(); }
    String name() { return "base now"; }
}
