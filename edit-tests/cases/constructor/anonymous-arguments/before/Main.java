package app;

class Main {
    String show() {
        Base base = new Base("a") {
            @Override
            public String toString() {
                return "<" + text + ">";
            }
        };
        return base.toString();
    }
}
