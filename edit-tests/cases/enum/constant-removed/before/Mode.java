package app;

enum Mode { SLOW, FAST }
