package app;

class Main {
    static String first(String[] all) { return all[0].trim(); }
    String show() { return first(new String[] {"x"}); }
}
