package app;

class Main {
    static class Key { final int k = 1; }
    static class Any extends Key { @Override public boolean equals(Object o) { return true; } @Override public int hashCode() { return 0; } }
    final Object[] keys = { new Key(), new Any() };
    String show() { return keys[0].equals("x") + "" + keys[1].equals("x"); }
}
