package app;

import java.io.IOException;
class Main {
    static String read(int n) throws IOException {
        if (n == 1) { throw new IOException("one"); }
        return "read";
    }
    String show() {
        try { return read(0) + read(1); } catch (IOException e) { return e.getMessage(); }
    }
}
