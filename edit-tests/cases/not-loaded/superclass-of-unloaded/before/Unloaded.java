package app;

class Unloaded extends Loaded { @Override String name() { return "un" + super.name(); } }
