package app;

import java.lang.reflect.*;
import java.util.concurrent.atomic.*;

class Main {
    private volatile int count = 1;
    String show() { return "" + count; }
}
