package app;

interface Config {
    String HOST = "local".concat("host");
    default String host() { return HOST; }
}
