package app;

class Base {
    final String seen;

    Base(int n) {
        seen = n + describe();
    }

    String describe() {
        return "base";
    }
}
