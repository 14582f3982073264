package app;

class Main {
    private int count = 4;

    private static String tag(int n) {
        return "t" + n;
    }

    String show() {
        return tag(count);
    }
}
