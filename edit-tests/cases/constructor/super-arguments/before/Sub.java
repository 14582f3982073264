package app;

class Sub extends Base {
    Sub(int n) {
        super("n" + n);
    }
}
