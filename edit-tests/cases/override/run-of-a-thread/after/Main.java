package app;

class Main {
    static class Task extends Thread { String log = "";
    @Override public void run() { log += "+"; super.run(); }
 }
    final Task task = new Task();
    String show() { task.log = ""; Runnable r = task; r.run(); task.run(); return "log" + task.log; }
}
