package app;

sealed interface Expr {
    record Num(int n) implements Expr { }
    record Add(Expr a, Expr b) implements Expr { }
    static int eval(Expr e) {
        return switch (e) {
            case Num(int n) -> n;
            case Add(Expr a, Expr b) -> eval(a) + eval(b);
        };
    }
}
