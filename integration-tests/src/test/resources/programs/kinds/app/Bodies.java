package app;

final class Bodies implements Scenario {
    private final String suffix = "!";

    @Override
    public String value() {
        return ofClass() + ofInstance() + ofPrivate() + ofSynchronized() + Deep.one() + suffix;
    }

    static String ofClass() {
        return "a1";
    }

    String ofInstance() {
        return "b1" + suffix;
    }

    private String ofPrivate() {
        return "c1" + suffix;
    }

    synchronized String ofSynchronized() {
        return "d1" + Thread.holdsLock(this);
    }
}
