package app;

class Main {
    private final String name = "m";

    class Outer {
        private final int x = 1;

        class Inner {
            private final int y = 2;

            Object sum() {
                return new Object() {
                    @Override
                    public String toString() {
                        return name + x + y;
                    }
                };
            }
        }
    }

    String show() {
        return "" + new Outer().new Inner().sum();
    }
}
