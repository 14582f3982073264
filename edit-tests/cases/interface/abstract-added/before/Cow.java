package app;

class Cow implements Animal { @Override public String name() { return "cow"; } }
