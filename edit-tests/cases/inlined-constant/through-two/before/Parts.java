package app;

interface Parts {
    String FIRST = "first";
}
