package app;

interface Named {
    String text();
}
