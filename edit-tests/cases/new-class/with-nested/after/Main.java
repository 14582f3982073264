package app;

import java.util.*;
class Main {
    String show() { return String.join(",", new Parts("x")); }
}
