package app;

class Main extends app.base.Base {
    String show() { level = 4;
        return describe() + tag() + this.level; }
}
