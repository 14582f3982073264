package app;

import java.util.Iterator;
class Parts implements Iterable<String> {
    private static class State { int n; }
    private final String s;
    Parts(String s) { this.s = s; }
    @Override public Iterator<String> iterator() {
        State state = new State();
        class Word { String at(int n) { return s + n; } }
        return new Iterator<>() {
            @Override public boolean hasNext() { return state.n < 3; }
            @Override public String next() { return new Word().at(state.n++); }
        };
    }
}
