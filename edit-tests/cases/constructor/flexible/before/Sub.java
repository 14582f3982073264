package app;

class Sub extends Base {
    private final int size;

    Sub(int size) {
        if (size < 0) {
            throw new IllegalArgumentException();
        }
        this.size = size;
        super(size + 1);
    }

    @Override
    String describe() {
        return "s" + size;
    }

    String tell() {
        return seen;
    }
}
