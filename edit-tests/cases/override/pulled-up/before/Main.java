package app;

class Main {
    interface Area { double area(); }
    static abstract class Figure implements Area { double w = 2; }
    static class Rect extends Figure { public double area() { return w * 3; } }
    final Area area = new Rect();
    String show() { return "" + area.area(); }
}
