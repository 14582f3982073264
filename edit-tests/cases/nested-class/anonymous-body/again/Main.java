package app;

class Main {
    final Object o = new Object() {
        @Override public String toString() { return "nameless " + hashCode() * 0; }
    };
    String show() { return o.toString(); }
}
