package app;

final class Construction implements Scenario {
    private final String made;
    private int number = 1;

    Construction() {
        made = "first";
    }

    @Override
    public String value() {
        return made + number;
    }
}
