package app;

class Sub extends Base { }
