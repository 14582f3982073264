package app;

class Main {
    String show() {
        return new Mail.Builder().to("x").build().text;
    }
}
