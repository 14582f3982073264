package app;

final class Kept implements Scenario {

    @Override
    public String value() {
        return "kept " + Color.values().length;
    }
}
