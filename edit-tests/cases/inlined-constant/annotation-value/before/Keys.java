package app;

class Keys {
    static final String RAW = "raw" + "types";
}
