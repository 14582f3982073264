package app;

class Main {
    String show() { return A.a() + B.b() + C.c(); }
}
