package app;

class Main {
    final String name;
    Main() {
        String n = "na";
        n = n.toUpperCase();
        name = n + "ME";
    }
    String show() { return name; }
}
