package app;

class Main {
    String show() {
        try { return "made " + new Positive(-1).n; } catch (IllegalArgumentException e) { return e.getMessage(); }
    }
}
