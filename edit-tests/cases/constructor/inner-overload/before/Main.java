package app;

class Main {
    private final String name = "m";

    class Part {
        private final int size;

        Part(int size) {
            this.size = size;
        }

        String tell() {
            return name + size;
        }
    }

    String show() {
        return new Part(1).tell();
    }
}
