package app;

class Lower extends Upper {
    String text(int n) { return own().repeat(n); }
}
