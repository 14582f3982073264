package app;

class Main {
    record Pair(int a, String b) {
        @Override public String toString() { return "pair"; }
        @Override public boolean equals(Object o) { return false; }
        @Override public int hashCode() { return 1; }
    }
    final Pair pair = new Pair(1, "x");
    String show() { return pair.toString() + pair.equals(new Pair(1, "x")) + (pair.hashCode() == new Pair(1, "x").hashCode()); }
}
