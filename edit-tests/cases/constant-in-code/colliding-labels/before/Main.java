package app;

class Main {
    String kind(String s) {
        switch (s) { case "Aa": return "first"; default: return "other"; }
    }
    String show() { return kind("Aa") + kind("BB"); }
}
