package app;

class Main {
    final String name = "Ann";
    String show() { return """
            Dear %s, \
            welcome\tback.
            "Bye" """.formatted(name); }
}
