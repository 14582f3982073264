package app;

class Animal {
    protected final String name;
    Animal(String name) { this.name = name; }
    String text() { return "I am " + name; }
}
