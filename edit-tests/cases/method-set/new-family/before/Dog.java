package app;

class Dog extends Animal { @Override String name() { return "dog"; } }
