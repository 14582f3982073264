package app;

class Keys {
    static final String RAW = "un" + "checked";
}
