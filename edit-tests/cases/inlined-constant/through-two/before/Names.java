package app;

interface Names {
    String FULL = Parts.FIRST + " last";
}
