package app;

import java.util.function.*;
class Main extends app.base.Part {
    String show() { return name(); }
    public String name() { return "n"; }
}
