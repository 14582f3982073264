package app;

class Main {
    String show() { return Expr.eval(new Expr.Add(new Expr.Num(2), new Expr.Num(3))) + ""; }
}
