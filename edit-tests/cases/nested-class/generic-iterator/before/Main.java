package app;

class Main implements Iterable<Integer> {
    private final int[] items = {1, 2, 3};

    @Override
    public java.util.Iterator<Integer> iterator() {
        return java.util.List.of(1).iterator();
    }

    String show() {
        StringBuilder text = new StringBuilder();
        for (int item : this) {
            text.append(item);
        }
        return text.toString();
    }
}
