package app;

class Main {
    String show() { return Tool.INSTANCE.text(2) + Tool.INSTANCE.text(1); }
}
