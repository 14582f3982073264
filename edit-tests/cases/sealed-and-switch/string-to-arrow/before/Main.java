package app;

class Main {
    static int days(String month) {
        int n = 0;
        switch (month) {
            case "feb": n -= 2;
            case "apr": n += 30; break;
            default: n = 31;
        }
        return n;
    }
    String show() { return days("feb") + " " + days("apr") + " " + days("may"); }
}
