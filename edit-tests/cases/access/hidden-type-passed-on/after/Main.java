package app;

class Main extends lib.Base {
    String show() { String s = tell(make(1)) + weigh(kept); for (int i = 0; i < 2; i++) { var v = i == 0 ? make(i) : kept; Object o = v; s += o.toString() + weigh(v); kept = v; } kept = make(7); return s; }
}
