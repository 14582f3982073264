package app;

class Main {
    record Res(String name, StringBuilder log) implements AutoCloseable {
        @Override public void close() { log.append("-").append(name); if (name.equals("b")) { throw new IllegalStateException("close " + name); } }
    }
    static String run() {
        StringBuilder log = new StringBuilder();
        try (Res a = new Res("a", log); Res b = new Res("b", log)) {
            log.append(a.name).append(b.name);
            throw new IllegalArgumentException("body");
        } catch (IllegalArgumentException e) { log.append(e.getSuppressed()[0].getMessage()); }
        return log.toString();
    }
    String show() { return run(); }
}
