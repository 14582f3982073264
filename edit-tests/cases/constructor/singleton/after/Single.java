package app;

class Single {
    private final int id;

    private Single(int id) {
        this.id = id;
    }

    static Single make() {
        return new Single(5);
    }

    String tell() {
        return "single" + id;
    }
}
