package app;

class Word implements Named {
    @Override public String text() { return "word"; }
}
