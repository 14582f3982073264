package app;

class Main {
    String kind(String s) {
        switch (s) { case "Aa": return "first"; case "BB": return "second"; default: return "other"; }
    }
    String show() { return kind("Aa") + kind("BB"); }
}
