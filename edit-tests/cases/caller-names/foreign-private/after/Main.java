package app;

import java.lang.reflect.*;
import java.util.concurrent.atomic.*;

class Main {
    String show() throws Exception { try { return "" + java.util.ArrayList.class.getDeclaredField("size").get(new java.util.ArrayList<String>()); } catch (IllegalAccessException e) { return "denied"; } }
}
