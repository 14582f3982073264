package app;

class Main {
    interface Op {
        String run();
    }

    static Op zero() {
        return new Op() {
            @Override
            public String run() {
                return "0";
            }
        };
    }

    private final Op first = new Op() {
        @Override
        public String run() {
            return "1";
        }
    };

    private final Op second = two();

    static Op two() {
        return new Op() {
            @Override
            public String run() {
                return "zwei";
            }
        };
    }

    String show() {
        return zero().run() + first.run() + second.run();
    }
}
