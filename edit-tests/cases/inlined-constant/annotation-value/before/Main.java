package app;

class Main {
    @SuppressWarnings(Keys.RAW)
    String show() { return Keys.RAW.toUpperCase(); }
}
