package app;

class Animal { String name() { return "animal"; } }
