package app;

class Main {
    final String name;
    Main() {
        String n = "na";
        name = n + "me";
    }
    String show() { return name; }
}
