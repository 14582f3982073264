package app;

class Puppy extends Dog { @Override String name() { return "puppy"; } }
