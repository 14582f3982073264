package app;

class Sub extends Base {
    private final int size;
    private int times;

    Sub(int size) {
        if (size < 0) {
            throw new IllegalArgumentException();
        }
        int doubled = 2 * size;
        this.size = doubled;
        super(doubled + 1);
        times = doubled * 10;
    }

    @Override
    String describe() {
        return "s" + size;
    }

    String tell() {
        return seen + times;
    }
}
