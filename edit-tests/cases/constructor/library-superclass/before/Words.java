package app;

class Words extends java.util.ArrayList<String> {
    private static final long serialVersionUID = 1;
    Words(int n) {
        super(n);
        for (int i = 0; i < n; i++) { add("w" + i); }
    }
}
