package app;

class Main extends lib.Base {
    String show() { java.util.function.Supplier<String> s = super::shut; field = 4; return field + open() + shut() + s.get() + both() + super.open(); }
}
