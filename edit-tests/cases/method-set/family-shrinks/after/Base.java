package app;

class Base { String title() { return "title of " + name(); } String name() { return "base"; } }
