package app;

class Main {
    static <T extends CharSequence & Comparable<? super T>> String name(T t) { return "chars " + t.length() + t.compareTo(t); }
    String show() { return name("s"); }
}
