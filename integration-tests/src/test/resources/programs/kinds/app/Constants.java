package app;

final class Constants implements Scenario {
    private int key = 2;

    @Override
    public String value() {
        assert key > 0 : "negative";
        return concatenated() + " " + switched("b") + " " + Limits.MAX;
    }

    private String concatenated() {
        return "<" + key + ">";
    }

    private String switched(String text) {
        switch (text) {
            case "a":
                return "A";
            case "c":
                return "C";
            default:
                return "other";
        }
    }
}
