package app;

class Main {
    private final String name = "m";

    record Pair(String left, int right) {
        Pair {
            right++;
        }

        String both() {
            return right + left;
        }
    }

    String show() {
        Pair pair = new Pair(name, 1);
        return pair.both() + pair + pair.equals(new Pair(name, 1));
    }
}
