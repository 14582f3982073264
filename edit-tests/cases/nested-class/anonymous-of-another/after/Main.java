package app;

class Main {
    interface Op {
        Object run();
    }

    static Op a() {
        return new Op() {
            @Override
            public Object run() {
                return "a";
            }
        };
    }

    static Op b() {
        return new Op() {
            @Override
            public Object run() {
                return new Object() {
                    @Override
                    public String toString() {
                        return "inner of b";
                    }
                };
            }
        };
    }

    private final Object kept = a().run();

    String show() {
        return kept + " " + a().run() + " " + b().run();
    }
}
