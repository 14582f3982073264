package app;

class Main {
    static abstract class Job { abstract int size(); String label() { return "<" + size() + ">"; } }
    static class Print extends Job { int size() { return 3; } }
    static class Scan extends Job { int size() { return 4; } @Override String label() { return "scan " + super.label(); } }
    final Job[] jobs = { new Print(), new Scan() };
    String show() { return jobs[0].label() + jobs[1].label(); }
}
