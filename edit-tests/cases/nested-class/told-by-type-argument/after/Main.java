package app;

class Main {
    String show() { return new Token<String>() { }.type() + " " + new Token<Integer>() { }.type(); }
}
