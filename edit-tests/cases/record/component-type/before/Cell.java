package app;

record Cell(Object value) { }
