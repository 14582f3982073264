package app;

class Main {
    String show() {
        return """
            one
            two and a half
                three\t!
            """;
    }
}
