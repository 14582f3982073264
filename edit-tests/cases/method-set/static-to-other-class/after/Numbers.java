package app;

class Numbers {
    static String half(int n) { return "1/2: " + n / 2.0; }
    static int third(int n) { return n / 3; }
}
