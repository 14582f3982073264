package app;

class Main {
    String show() { return find("app.Plugin"); }
    static String find(String name) {
        try { return Class.forName(name).getDeclaredConstructor().newInstance().toString(); }
        catch (ClassNotFoundException e) { return "missing"; }
        catch (ReflectiveOperationException e) { return e.toString(); }
    }
}
