package app;

import java.util.function.*;
class Main extends app.base.Part {
    String show() { UnaryOperator<String> f = this::wrap; Supplier<String> s = () -> wrap(id); return f.apply(s.get()); }
    public String name() { return "n"; }
}
