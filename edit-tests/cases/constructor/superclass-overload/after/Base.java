package app;

class Base {
    final String text;

    Base(int a, int b) {
        text = "sum" + (a + b);
    }

    Base(String text) {
        this.text = text;
    }
}
