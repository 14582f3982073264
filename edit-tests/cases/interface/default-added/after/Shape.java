package app;

interface Shape { double area();
    default double doubled() { return area() * 2; }
}
