package app;

class Main {
    private final String name = "m";

    class Part {
        private final int size;

        Part(int size) {
            this.size = size;
        }

        Part(String text, int times) {
            size = text.length() * times;
        }

        String tell() {
            return name + size;
        }
    }

    String show() {
        return new Part("ab", 3).tell();
    }
}
