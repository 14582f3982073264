package app;

class Main {
    final int[] size = new int[4];
    String show() { return "size " + size.length + size[0]; }
}
