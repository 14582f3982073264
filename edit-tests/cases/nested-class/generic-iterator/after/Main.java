package app;

class Main implements Iterable<Integer> {
    private final int[] items = {1, 2, 3};

    @Override
    public java.util.Iterator<Integer> iterator() {
        return new Backwards<>();
    }

    private class Backwards<T> implements java.util.Iterator<Integer> {
        private int at = items.length;

        @Override
        public boolean hasNext() {
            return at > 0;
        }

        @Override
        public Integer next() {
            return items[--at];
        }
    }

    String show() {
        StringBuilder text = new StringBuilder();
        for (int item : this) {
            text.append(item);
        }
        return text.toString();
    }
}
