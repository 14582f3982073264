package app;

class Main {
    static final ThreadLocal<String> NAME = ThreadLocal.withInitial(() -> "init");
    String show() {
        String seen = NAME.get();
        NAME.set("set");
        try { return seen.length() + read(); } finally { NAME.remove(); }
    }
    private static String read() { return NAME.get().toUpperCase() + NAME.get().length(); }
}
