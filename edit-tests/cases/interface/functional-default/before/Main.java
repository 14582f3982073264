package app;

class Main {
    final Rule rule = n -> n > 3;
    String show() { return rule.test(4) + "" + rule.not().test(4); }
}
