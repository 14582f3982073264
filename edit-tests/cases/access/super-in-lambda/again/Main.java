package app;

import java.util.function.*;
class Main extends Base {
    @Override String word() { Supplier<String> s = () -> super.word() + "?"; Supplier<String> r = super::word; return s.get() + r.get(); }
    String show() { return word(); }
}
