package app;

class Main {
    record Res(String name, StringBuilder log) implements AutoCloseable {
        @Override public void close() { log.append("-").append(name); if (name.equals("b")) { throw new IllegalStateException("close " + name); } }
    }
    static String run() {
        StringBuilder log = new StringBuilder();
        try (Res a = new Res("a", log)) { log.append(a.name); }
        return log.toString();
    }
    String show() { return run(); }
}
