package app;

class A { static String a() { return "A" + B.b(); } }
