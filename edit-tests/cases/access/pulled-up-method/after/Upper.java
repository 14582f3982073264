package app;

class Upper {
    String own() { return "u"; }
    String text(int n) { return own() + n; }
}
