package app;

class Base {
    int a;
    Base() { a = 3; }
}
