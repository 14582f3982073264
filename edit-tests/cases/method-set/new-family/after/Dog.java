package app;

class Dog extends Animal { @Override String sound() { return "woof"; } @Override String name() { return "dog"; } }
