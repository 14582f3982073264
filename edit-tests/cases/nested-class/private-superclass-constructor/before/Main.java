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

    String show() {
        return "" + ((Shape) new Dot()).area;
    }
}
