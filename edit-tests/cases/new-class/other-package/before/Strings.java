package app.util;

public class Strings {
    public static String star(String s) { return "*" + s; }
}
