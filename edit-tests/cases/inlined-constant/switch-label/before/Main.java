package app;

class Main {
    static String kind(int n) {
        switch (n) {
            case Codes.OK: return "ok";
            case Codes.BAD: return "bad";
            default: return "?";
        }
    }
    String show() { return kind(0) + kind(1) + kind(2); }
}
