package app;

class A { static String a() { return "a" + B.b(); } }
