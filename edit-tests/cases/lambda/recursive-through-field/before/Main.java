package app;

import java.util.function.*;
class Main {
    IntUnaryOperator fact;
    { fact = n -> n <= 1 ? 1 : n * fact.applyAsInt(n - 1); }
    String show() { return "" + fact.applyAsInt(5); }
}
