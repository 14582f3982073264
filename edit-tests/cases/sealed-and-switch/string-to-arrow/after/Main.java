package app;

class Main {
    static int days(String month) {
        int n = 0;
        switch (month) {
            case "feb" -> n = 29;
            case "apr", "jun" -> { n = 15; n *= 2; }
            default -> n = month.length() * 10 + 1;
        }
        return n;
    }
    String show() { return days("feb") + " " + days("apr") + " " + days("may"); }
}
