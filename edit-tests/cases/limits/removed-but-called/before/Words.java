package app;

class Words {
    static String first() { return "1st"; }
}
