package app;

final class NewClasses implements Scenario {
    private final int half = 21;

    @Override
    public String value() {
        return "none " + half;
    }
    // more members
}
