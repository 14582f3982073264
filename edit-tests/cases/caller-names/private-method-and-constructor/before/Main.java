package app;

import java.lang.reflect.*;
import java.util.concurrent.atomic.*;

class Main {
    static class P { private final String s; private P(String s) { this.s = s; } private String get() { return s; } }
    String show() throws Exception { return new P("a").get(); }
}
