package app;

import java.io.*;
class Main {
    String show() { return read("Main.class"); }
    static String read(String n) { try (InputStream in = Main.class.getResourceAsStream(n)) {
            return in == null ? "no stream" : "byte " + in.read();
        } catch (IOException e) { return e.toString(); } }
}
