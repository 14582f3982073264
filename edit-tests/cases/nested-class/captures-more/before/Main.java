package app;

class Main {
    private final Object old = make(1, 2);

    static Object make(int a, int b) {
        return new Object() {
            @Override
            public String toString() {
                return "a" + a;
            }
        };
    }

    String show() {
        return old + " " + make(1, 2);
    }
}
