package app;

class Main {
    static class Stack extends java.util.ArrayList<String> { @Override protected void removeRange(int from, int to) { super.removeRange(from, to + 1); }
    void drop() { removeRange(0, 1); } }
    String show() { Stack s = new Stack(); s.add("a"); s.add("b"); s.add("c"); s.drop(); return s.toString(); }
}
