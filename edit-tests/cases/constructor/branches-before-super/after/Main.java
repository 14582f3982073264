package app;

class Main {
    String show() {
        return new Sub("a", 3).text + new Sub("b", 3).squares + new Sub("c", 1).text;
    }
}
