package app;

class Puppy extends Dog { @Override String sound() { return super.sound() + "!"; } @Override String name() { return "puppy"; } }
