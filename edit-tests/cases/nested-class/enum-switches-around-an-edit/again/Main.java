package app;

class Main {
    enum Color { RED, BLUE }

    interface Named { String of(Color c); }

    static final Named SHORT = new Named() {
        @Override public String of(Color c) {
            switch (c) { case RED: return "r"; default: return "-"; }
        }
    };
    static final Named LONG = new Named() {
        @Override public String of(Color c) {
            switch (c) { case RED: return "red"; case BLUE: return "blue"; default: return "?"; }
        }
    };

    String show() { return SHORT.of(Color.RED) + LONG.of(Color.BLUE) + "?"; }
}
