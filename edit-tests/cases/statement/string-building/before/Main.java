package app;

class Main {
    String show() {
        String s = "a";
        s += 1;
        return s;
    }
}
