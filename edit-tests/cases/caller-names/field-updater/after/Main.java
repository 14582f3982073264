package app;

import java.lang.reflect.*;
import java.util.concurrent.atomic.*;

class Main {
    private volatile int count = 1;
    String show() { AtomicIntegerFieldUpdater<Main> u = AtomicIntegerFieldUpdater.newUpdater(Main.class, "count"); u.addAndGet(this, 4); String s = "n" + count; u.set(this, 1); return s; }
}
