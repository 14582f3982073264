package app;

class Base {
    Base self() { return this; }
}
