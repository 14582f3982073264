package app.lib;

class Hidden {
    public int base() { return 20; }
    public int own() { return 0; }
}
