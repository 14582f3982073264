package app;

class Loaded { String name() { return "loaded"; } }
