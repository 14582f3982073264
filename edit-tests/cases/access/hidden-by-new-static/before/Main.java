package app;

class Main {
    String show() { return Sub.text + Sub.text.length(); }
}
