package app;

class Top {
    String path() { return "t" + hashCode() * 0; }
}
