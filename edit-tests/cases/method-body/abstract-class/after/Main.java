package app;

class Main extends Shape {
    @Override double area() { return 4.5; }
    String show() { return describe(); }
}
