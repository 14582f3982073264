package app;

final class Bad { String text() { return "worse"; } }
