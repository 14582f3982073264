package app;

interface Part {
    default String check(int n) {
        assert n > 100 : "too small";
        return "checked" + n;
    }
}
