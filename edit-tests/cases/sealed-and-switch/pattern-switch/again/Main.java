package app;

class Main {
    static String kind(Object o) {
        return switch (o) {
            case null -> "null";
            case String s when s.length() > 2 -> "long " + s;
            case String s -> s;
            case Integer n when n > 100 -> "big";
            case Number n -> "number " + n.intValue();
            default -> o.getClass().getSimpleName();
        };
    }
    String show() { return kind("abc") + kind(50) + kind(null) + kind(1.5); }
}
