package app;

interface Parts {
    String FIRST = "1st";
}
