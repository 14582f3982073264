package app;

class Cow implements Animal { @Override public String name() { return "cow"; } @Override public int legs() { return 5 - 1; } }
