package app;

class Main {
    private final Sub kept = new Sub(1);

    String show() {
        java.util.function.IntFunction<Sub> make = Sub::new;
        return kept.text + new Sub(2).text + make.apply(3).text;
    }
}
