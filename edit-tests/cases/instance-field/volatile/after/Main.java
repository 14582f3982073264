package app;

class Main {
    volatile int signal;
    String show() {
        Thread t = new Thread(() -> signal = 7);
        t.start();
        try { t.join(); } catch (InterruptedException e) { return "interrupted"; }
        return "signal " + signal;
    }
}
