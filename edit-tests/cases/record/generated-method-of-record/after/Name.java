package app;

record Name(String s) { }
