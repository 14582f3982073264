package app;

class Paint {
    enum Color { RED, BLUE }

    static String of(Color c) {
        switch (c) { case RED: return Words.text(); default: return "-"; }
    }

    static String number() { return "2"; }
}
