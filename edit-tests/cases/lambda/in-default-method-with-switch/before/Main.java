package app;

class Main implements Painter {
    String show() { return paint(Color.RED) + paint(Color.BLUE); }
}
