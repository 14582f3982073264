package app;

class Base {
    final String text;

    Base(String text, int times) {
        this.text = text.repeat(times);
    }

    Base(String text) {
        this.text = text;
    }
}
