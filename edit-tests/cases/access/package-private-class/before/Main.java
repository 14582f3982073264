package app;

import app.lib.*;
class Main {
    String show() { Shape s = Shapes.unit(); return s.name(); }
}
