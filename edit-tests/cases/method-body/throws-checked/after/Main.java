package app;

import java.io.IOException;
class Main {
    static String read(int n) throws IOException {
        if (n == 1) { throw new java.io.FileNotFoundException("gone " + n); }
        return "not read";
    }
    String show() {
        try { return read(0) + read(1); } catch (IOException e) { return e.getMessage(); }
    }
}
