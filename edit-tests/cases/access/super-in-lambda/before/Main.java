package app;

import java.util.function.*;
class Main extends Base {
    @Override String word() { return "main"; }
    String show() { return word(); }
}
