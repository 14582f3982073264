package app;

class Main {
    final int[] size = {1, 2};
    String show() { return "size " + size.length + size[0]; }
}
