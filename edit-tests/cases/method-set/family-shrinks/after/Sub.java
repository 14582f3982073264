package app;

class Sub extends Base { int spare() { return 1; } @Override String title() { return "sub " + super.title(); } }
