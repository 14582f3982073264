package app;

class Unloaded extends Loaded { @Override String name() { return "UN-" + super.name().toLowerCase(); } }
