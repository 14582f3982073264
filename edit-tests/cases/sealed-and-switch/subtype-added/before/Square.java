package app;

record Square(double side) implements Shape { }
