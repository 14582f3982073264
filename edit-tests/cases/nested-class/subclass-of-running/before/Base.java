package app;

class Base {
    protected String word() {
        return "base";
    }
}
