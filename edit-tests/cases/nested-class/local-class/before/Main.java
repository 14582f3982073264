package app;

class Main {
    String show() { return run(4); }
    private static String run(int n) {
        class Local {
            String text() { return "n" + n; }
        }
        return new Local().text();
    }
}
