package app;

class Main {
    private final String name = "m";

    String show() {
        interface Shape {
            int area();
        }
        record Square(int side) implements Shape {
            public int area() {
                return side * side;
            }
        }
        enum Unit {
            CM
        }
        Shape shape = new Square(3);
        return name + shape.area() + Unit.CM;
    }
}
