package app;

class Main {
    static int digits(String s) {
        int n = 0;
        for (int i = 0; i < s.length(); i++) { if (s.charAt(i) < 'a') { n += s.charAt(i) - '1'; } }
        return n;
    }
    String show() { return "" + digits("12a"); }
}
