package app;

class Animal { String sound() { return "..."; } String name() { return "animal"; } }
