package app;

class Main {
    static int eval(String op, int a) {
        return a + switch (op) {
            case "neg" -> -2 * a;
            case "inv" -> { try { yield 100 / a; } catch (ArithmeticException e) { yield 7; } finally { a = 1; } }
            default -> { for (int i = 0; ; i++) { if (i * i > a) { yield i; } } }
        };
    }
    String show() { return eval("neg", 2) + "," + eval("inv", 0) + "," + eval("x", 3); }
}
