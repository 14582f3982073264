package app;

class Sub extends Base { int spare() { return 1; } }
