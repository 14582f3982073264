package app;

class Main {
    abstract static class Shape {
        private final int area;

        private Shape(int area) {
            this.area = area;
        }
    }

    static class Dot extends Shape {
        Dot() {
            super(0);
        }
    }

    static final class Square extends Shape {
        private final int side;

        Square(int side) {
            super(side * side);
            this.side = side;
        }
    }

    String show() {
        Square square = new Square(3);
        return ((Shape) square).area + "/" + square.side;
    }
}
