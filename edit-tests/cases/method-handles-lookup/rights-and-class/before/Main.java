package app;

import java.lang.invoke.*;

class Main {
    String show() { return "-"; }
}
