package app;

class Second { static String two() { return "2"; } }
