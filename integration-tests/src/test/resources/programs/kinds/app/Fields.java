package app;

final class Fields implements Scenario {
    private int seen = 5;

    @Override
    public String value() {
        return "seen " + seen;
    }
    // more members
}
