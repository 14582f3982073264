package app;

import java.lang.reflect.*;
import java.util.concurrent.atomic.*;

class Main {
    private int n = 4;
    String show() throws Exception { return "" + n; }
}
