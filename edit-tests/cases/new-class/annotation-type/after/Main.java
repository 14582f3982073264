package app;

class Main {
    String show() { return Tagged.class.getAnnotation(Tag.class).value(); }
}
