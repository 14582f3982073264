package app;

record Cell(String value) { }
