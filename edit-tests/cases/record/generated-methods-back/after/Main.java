package app;

class Main {
    record Pair(int a, String b) {
        int unused() { return 0; }
    }
    final Pair pair = new Pair(1, "x");
    String show() { return pair.toString() + pair.equals(new Pair(1, "x")) + (pair.hashCode() == new Pair(1, "x").hashCode()); }
}
