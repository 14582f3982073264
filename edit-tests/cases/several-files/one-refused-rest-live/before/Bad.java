package app;

class Bad { String text() { return "bad"; } }
