package app;

class Base { static String name = "base"; }
