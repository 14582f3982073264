package app;

class Good { static String text() { return "good"; } }
