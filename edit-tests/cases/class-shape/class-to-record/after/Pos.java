package app;

record Pos(int x) { }
