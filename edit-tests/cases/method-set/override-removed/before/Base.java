package app;

class Base { String name() { return "base"; } }
