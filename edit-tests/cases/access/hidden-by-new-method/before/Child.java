package app;

class Child extends Parent {
    int n;
}
