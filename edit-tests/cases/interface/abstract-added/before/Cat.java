package app;

class Cat implements Animal { @Override public String name() { return "cat"; } }
