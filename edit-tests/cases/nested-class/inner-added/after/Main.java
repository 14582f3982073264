package app;

class Main {
    private final String name = "m";

    private class Part {
        private final int size;

        private Part(int size) {
            this.size = size;
        }

        private String tell() {
            return name + size;
        }
    }

    String show() {
        Part part = new Part(3);
        return part.tell() + part.size;
    }
}
