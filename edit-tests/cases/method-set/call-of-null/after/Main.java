package app;

class Main {
    Main next;
    int size() { return 1; }
    String show() { try { return "" + next.size(); } catch (NullPointerException e) { return "no next"; } }
}
