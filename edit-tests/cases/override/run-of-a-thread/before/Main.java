package app;

class Main {
    static class Task extends Thread { String log = ""; }
    final Task task = new Task();
    String show() { task.log = ""; Runnable r = task; r.run(); task.run(); return "log" + task.log; }
}
