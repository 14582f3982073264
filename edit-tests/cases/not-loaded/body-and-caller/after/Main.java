package app;

class Main {
    String show() { return "used " + Later.text(); }
}
