package app;

class Main {
    enum Mode { FAST, SLOW }
    String show() { return mode().name(); }
    static Mode mode() { return Enum.valueOf(Mode.class, System.getProperty("app.mode", "SLOW")); }
}
