package app;

class A { String name() { return "a"; } }
