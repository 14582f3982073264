package app;

class Main {
    static int digits(String s) {
        int n = 0;
        for (int i = 0; i < s.length(); i++) { if (s.charAt(i) >= '0') { n += s.charAt(i) - '0'; } }
        return n;
    }
    String show() { return "" + digits("12a"); }
}
