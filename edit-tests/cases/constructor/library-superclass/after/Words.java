package app;

class Words extends java.util.ArrayList<String> {
    private static final long serialVersionUID = 1;
    Words(int n) {
        super(n);
        for (int i = n; i-- > 0; ) { add(0, "v" + i * 2); }
        remove(1);
    }
}
