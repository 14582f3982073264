package app;

interface Part {
    default String check(int n) {
        return "n" + n;
    }
}
