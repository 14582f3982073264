package app;

class Main {
    private final String name = "m";

    static class Base {
        final String seen;

        Base(String text) {
            seen = text + tell();
        }

        String tell() {
            return "base";
        }
    }

    class Part extends Base {
        Part(int n) {
            super("p" + n);
        }

        @Override
        String tell() {
            return name;
        }
    }

    String show() {
        return new Part(1).seen;
    }
}
