package app;

import app.lib.*;
class Main {
    String show() { Shape s = Shapes.unit(); Shape[] all = {s, Shapes.unit()};
        return all[1].name() + all.length; }
}
