package app;

class Main {
    final Object o = new Object() {
        @Override public String toString() { return "anon"; }
    };
    String show() { return o.toString(); }
}
