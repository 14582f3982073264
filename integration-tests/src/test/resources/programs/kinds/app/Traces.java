package app;

final class Traces implements Scenario {

    @Override
    public String value() {
        try {
            return check("x");
        } catch (IllegalStateException e) {
            return e.getStackTrace()[0].toString();
        }
    }

    private static String check(String text) {
        return text;
    }
}
