package app;

class Main {
    String show() { return find("app.Plugin"); }
    static String find(String name) {
        try { return Class.forName(name).getDeclaredConstructor().newInstance().toString(); }
        catch (ClassNotFoundException e) { return "not found"; }
        catch (ReflectiveOperationException e) { return e.toString(); }
    }
}
