package app;

class Main {
    String show() { return new Token<Integer>() { }.type(); }
}
