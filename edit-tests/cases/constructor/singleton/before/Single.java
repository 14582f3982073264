package app;

class Single {
    private Single() {}

    static Single make() {
        return new Single();
    }

    String tell() {
        return "single";
    }
}
