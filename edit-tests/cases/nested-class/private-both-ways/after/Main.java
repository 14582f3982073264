package app;

class Main {
    private int count = 1;

    static class Box {
        private int value = 2;

        String tell(Main main) {
            return "box" + main.count + main.secret();
        }
    }

    private String secret() {
        return "s";
    }

    String show() {
        Box box = new Box();
        box.value += count;
        return box.value + new Box().tell(this);
    }
}
