package app;

class Main {
    static class Animal { String sound() { return "none"; } }
    static class Pet extends Animal { }
    static class Dog extends Pet { @Override String sound() { return "dog"; } }
    static class Cat extends Pet { @Override String sound() { return "cat" + super.sound(); } }
    final Animal[] zoo = { new Pet(), new Dog(), new Cat() };
    String show() { return zoo[0].sound() + zoo[1].sound() + zoo[2].sound(); }
}
