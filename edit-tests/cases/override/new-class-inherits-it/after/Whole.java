package app;

class Whole extends Main.Half { }
