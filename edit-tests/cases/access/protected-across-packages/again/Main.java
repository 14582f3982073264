package app;

class Main extends app.base.Base {
    String show() { level = 4;
        level += 5;
        return super.describe() + tag() + this.level; }
}
