package app;

class Words extends Base {
    static String text() { return "words"; }
}
