package app;

class Main implements Codec {
    String show() { return encode("a"); }
}
