package app;

import java.util.function.*;
class Main {
    IntUnaryOperator fact;
    { fact = n -> n <= 1 ? 2 : fact.applyAsInt(n - 1) + fact.applyAsInt(n - 2); }
    String show() { return "" + fact.applyAsInt(5); }
}
