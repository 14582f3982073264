package app;

class Main {
    final int[] size = {5, 6, 7};
    String show() { return "size " + size.length + size[0]; }
}
