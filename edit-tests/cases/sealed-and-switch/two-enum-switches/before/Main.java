package app;

import java.nio.file.StandardOpenOption;
class Main {
    static String both(Thread.State a, StandardOpenOption b) {
        String s = "";
        switch (a) { case NEW: s += "new"; break; default: s += "?"; }
        switch (b) { case READ -> s += "read"; default -> s += "?"; }
        return s;
    }
    String show() { return both(Thread.State.NEW, StandardOpenOption.WRITE); }
}
