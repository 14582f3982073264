package app;

record Point(int x) { }
