package app;

class Main {
    String show() {
        String s = "a";
        char c = 65;
        Object none = null;
        s += c + 1;
        s = c + s + none + 1.5f + 'x' + -0.0 + new char[0].length;
        return s;
    }
}
