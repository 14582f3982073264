package app;

class Main {
    private final String name = "m";

    private String shout(String s) {
        return s.toUpperCase();
    }

    class Maker {
        private int count = 2;

        java.util.function.Supplier<String> lambda() {
            return () -> name + count;
        }

        java.util.function.UnaryOperator<String> reference() {
            return Main.this::shout;
        }
    }

    String show() {
        java.util.function.Supplier<Maker> makers = Maker::new;
        return makers.get().lambda().get() + makers.get().reference().apply("x");
    }
}
