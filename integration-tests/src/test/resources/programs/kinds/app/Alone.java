package app;

class Alone implements Scenario {

    @Override
    public String value() {
        return "alone";
    }

    enum Color {
        RED,
        GREEN
    }
}
