package app;

class Word implements Runnable {
    @Override public void run() { }
    public String text() { return "word"; }
}
