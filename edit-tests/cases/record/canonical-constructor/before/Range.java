package app;

record Range(int from, int to) { }
