package app;

class Sub extends Base { @Override String name() { return "sub"; } }
