package app;

class B { String name() { return "b"; } }
