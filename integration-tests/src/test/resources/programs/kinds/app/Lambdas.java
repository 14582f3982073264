package app;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

final class Lambdas implements Scenario {
    private final String name = "n";
    private final Supplier<String> kept = () -> "kept1" + name;

    @Override
    public String value() {
        UnaryOperator<String> first = text -> text + "1";
        UnaryOperator<String> second = text -> text + name;
        return second.apply(first.apply("x")) + " " + kept.get();
    }

    private static String twice(String text) {
        return text + text;
    }
}
