package app;

class Main {
    static abstract class Job { abstract int size(); String label() { return "job" + size(); } }
    static class Print extends Job { int size() { return 3; } }
    static class Scan extends Job { int size() { return 4; } }
    final Job[] jobs = { new Print(), new Scan() };
    String show() { return jobs[0].label() + jobs[1].label(); }
}
