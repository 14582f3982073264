package app;

class Main {
    private final Object a = a();
    private final Object b = b();

    static Object a() {
        class Local {
            @Override
            public String toString() {
                return "a";
            }
        }
        return new Local();
    }

    static Object b() {
        class Local {
            @Override
            public String toString() {
                return "b";
            }
        }
        return new Local();
    }

    String show() {
        return "" + a + b + a() + b();
    }
}
