package app;

enum Mode { SLOW }
