package app;

class Main {
    private int count = 1;

    static class Box {
        private int value = 2;

        String tell(Main main) {
            return "box";
        }
    }

    String show() {
        return new Box().tell(this);
    }
}
