package app;

import java.io.*;
class Main {
    String show() { return read("Main.class"); }
    static String read(String n) { return Main.class.getResource(n) != null ? "there" : "none"; }
}
