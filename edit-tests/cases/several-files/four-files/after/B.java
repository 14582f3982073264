package app;

class B { static String b() { return "B" + C.c(); } }
