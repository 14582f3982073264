package app;

class Main extends lib.Base {
    String show() { Object o = part(); Part p = part(); return p.id() + (o instanceof Part q ? q.id().length() : 0); }
}
