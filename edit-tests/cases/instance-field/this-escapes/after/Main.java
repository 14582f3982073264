package app;

class Main {
    final String seen = peek();
    final String own = new String("own");
    String extra = new String("extra");
    private String peek() { return "peek " + own + extra; }
    String show() { return seen + extra; }
}
