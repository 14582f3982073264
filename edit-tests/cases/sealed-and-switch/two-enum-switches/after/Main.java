package app;

import java.nio.file.StandardOpenOption;
class Main {
    static String both(Thread.State a, StandardOpenOption b) {
        String s = "";
        switch (a) { case RUNNABLE: s += "run"; break; case NEW: s += "fresh"; break; default: s += "?"; }
        switch (b) { case READ -> s += "read"; case WRITE -> s += "write"; default -> s += "?"; }
        return s;
    }
    String show() { return both(Thread.State.NEW, StandardOpenOption.WRITE); }
}
