package app;

class Main {
    static String word(Color c) {
        switch (c) {
            case RED: return "red";
            case BLUE: return "blue";
            default: return "other";
        }
    }
    String show() { return word(Color.RED) + word(Color.BLUE); }
}
