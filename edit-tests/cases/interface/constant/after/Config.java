package app;

interface Config {
    String HOST = "local".concat("host");
    default String host() { return HOST + ":" + PORT;
    }
    Integer PORT = Integer.decode("0x50");
    private static void unused() { }
}
