package app;

class Main {
    String show() {
        return """
            one
              two
            """;
    }
}
