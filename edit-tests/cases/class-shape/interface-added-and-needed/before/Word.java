package app;

class Word {
    public String text() { return "word"; }
}
