package app;

class Base {
    final String text;

    Base(String text) {
        this.text = text;
    }
}
