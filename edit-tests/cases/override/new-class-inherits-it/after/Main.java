package app;

class Main {
    interface Plan { String go(); }
    static abstract class Half implements Plan { int n = 2; public String go() { return "go" + n; } }
    Plan plan() { return new Whole(); }
    String show() { return plan().go(); }
}
