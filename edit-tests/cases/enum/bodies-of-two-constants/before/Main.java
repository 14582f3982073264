package app;

class Main {
    String show() {
        String s = "";
        for (Op op : Op.values()) { s += op.of(3, 4) + " "; }
        return s.trim();
    }
}
