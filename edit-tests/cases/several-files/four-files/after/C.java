package app;

class C { static String c() { return "C"; } }
