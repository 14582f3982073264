package app;

class Main {
    String show() {
        Base base = new Base("b", 3) {
            @Override
            public String toString() {
                return "<" + text + ">";
            }
        };
        return base.toString();
    }
}
