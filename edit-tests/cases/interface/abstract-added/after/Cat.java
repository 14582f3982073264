package app;

class Cat implements Animal { @Override public String name() { return "cat"; } @Override public int legs() { return 4; } }
