package app;

import java.util.*;
class Main {
    String show() { return text("app.words"); }
    static String text(String base) { return base; }
}
