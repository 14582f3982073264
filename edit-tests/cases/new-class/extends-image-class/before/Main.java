package app;

class Main {
    Animal pet = new Animal("cat");
    String show() { return pet.text(); }
}
