package app;

import java.lang.reflect.*;
import java.util.concurrent.atomic.*;

class Main {
    String show() throws Exception { return "-"; }
}
