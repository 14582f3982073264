package app;

record Circle(double r) implements Shape { }
