package app;

abstract class Middle extends Top { }
