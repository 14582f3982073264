package app;

class First { static String one() { return "1"; } }
