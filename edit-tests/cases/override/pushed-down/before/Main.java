package app;

class Main {
    static class Animal { String sound() { return "none"; } }
    static class Pet extends Animal { @Override String sound() { return "pet"; } }
    static class Dog extends Pet { int d; }
    static class Cat extends Pet { int c; }
    final Animal[] zoo = { new Pet(), new Dog(), new Cat() };
    String show() { return zoo[0].sound() + zoo[1].sound() + zoo[2].sound(); }
}
