package app.lib;

class Hidden {
    public int base() { return 10; }
    public int own() { return 0; }
}
