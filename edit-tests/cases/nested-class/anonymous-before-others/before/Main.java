package app;

class Main {
    interface Op {
        String run();
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
                return "2";
            }
        };
    }

    String show() {
        return first.run() + second.run();
    }
}
