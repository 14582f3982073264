package app;

class Main {
    interface Plan { String go(); }
    static abstract class Half implements Plan { int n = 2; }
    Plan plan() { return () -> "first"; }
    String show() { return plan().go(); }
}
