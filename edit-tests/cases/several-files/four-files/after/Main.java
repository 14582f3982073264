package app;

class Main {
    String show() { return C.c() + B.b() + A.a(); }
}
