package app;

class Main {
    final Object o = new Object() {
        @Override public String toString() { return "anonymous " + hashCode() * 0; }
    };
    String show() { return o.toString(); }
}
