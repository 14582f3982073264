package app;

class Upper {
    String own() { return "u"; }
}
