package app;

final class Methods implements Scenario {
    private final int base = 10;

    @Override
    public String value() {
        return describe(1) + label();
    }

    private String describe(int plus) {
        return "d" + (base + plus);
    }

    static String label() { return "L"; }
    // more members
}
