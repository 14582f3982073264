package app;

class Main extends lib.Base {
    @Override public String part() { return "main" + super.part(); }
    String show() { return whole() + part(); }
}
