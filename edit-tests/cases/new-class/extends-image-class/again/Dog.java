package app;

class Dog extends Animal {
    Dog() { super("dog"); }
    @Override String text() { return super.text().toUpperCase() + "!" + name.length(); }
}
