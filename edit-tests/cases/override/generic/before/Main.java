package app;

class Main {
    static abstract class Parser<T> { abstract T parse(String s); String all(String s) { return visit(parse(s)); } String visit(T t) { return "t" + t; } }
    static class Ints extends Parser<Integer> { Integer parse(String s) { return s.length(); } }
    final Parser<?> parser = new Ints();
    String show() { return parser.all("four"); }
}
