package app;

class Base { static String text = "base"; }
