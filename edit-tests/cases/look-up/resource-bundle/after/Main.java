package app;

import java.util.*;
class Main {
    String show() { return text("app.words"); }
    static String text(String base) { try { return ResourceBundle.getBundle(base, Locale.ROOT, Main.class.getClassLoader()).getString("k"); }
        catch (MissingResourceException e) { return "missing " + e.getClassName(); } }
}
