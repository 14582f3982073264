package app;

import java.lang.annotation.*;
class Main {
    String show() { return limit() + ""; }
    @Limit static int limit() { return 3 * factor(); }
    static int factor() { return 2; }
}
