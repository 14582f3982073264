package app;

class Main {
    int count(String s) {
        int n = 0;
        for (char c : s.toCharArray()) {
            if (c == ' ') { continue; }
            if (c == '.') { break; }
            n++;
        }
        return n;
    }
    String show() { return "" + count("a bc d.e"); }
}
