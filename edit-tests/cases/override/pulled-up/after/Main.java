package app;

class Main {
    interface Area { double area(); }
    static abstract class Figure implements Area { double w = 2; public double area() { return w * 4; } }
    static class Rect extends Figure { }
    final Area area = new Rect();
    String show() { return "" + area.area(); }
}
