package app;

class Top {
    String path() { return "top"; }
}
