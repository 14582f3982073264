package app;

class Main {
    private final String name = "m";

    static class Seen {
        int field;
    }

    String show() {
        try {
            Class<?> seen = Class.forName("app.Main$Seen");
            return seen.getSimpleName() + " " + seen.getDeclaredFields()[0].getName() + " "
                    + seen.getEnclosingClass().getSimpleName();
        } catch (ClassNotFoundException e) {
            return "not found";
        }
    }
}
