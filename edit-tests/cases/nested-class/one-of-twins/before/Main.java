package app;

class Main {
    interface Greeting { String text(); }

    static final Greeting FIRST = new Greeting() {
        @Override public String text() { return "hi"; }
    };
    static final Greeting SECOND = new Greeting() {
        @Override public String text() { return "hi"; }
    };

    String show() { return FIRST.text() + SECOND.text(); }
}
