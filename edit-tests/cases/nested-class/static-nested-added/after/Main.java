package app;

class Main {
    private final String name = "m";

    static class Names {
        private static final java.util.List<String> ALL = new java.util.ArrayList<>();

        static {
            ALL.add("first");
        }

        static String first() {
            return ALL.get(0);
        }
    }

    String show() {
        return name + Names.first();
    }
}
