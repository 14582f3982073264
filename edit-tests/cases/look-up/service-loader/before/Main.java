package app;

import java.util.*;
class Main {
    String show() { return count() + ""; }
    static int count() { return 0; }
}
