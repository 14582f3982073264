package app;

class B { static String b() { return "b" + C.c(); } }
