package app;

import java.lang.reflect.*;
import java.util.concurrent.atomic.*;

class Main {
    private int n = 4;
    String show() throws Exception { Field f = Main.class.getDeclaredField("n"); f.setInt(this, 8); int read = (Integer) f.get(this); n = 4; return "read" + read; }
}
