package app;

class Words {
    static String second() { return "2nd"; }
}
