package app;

import java.util.*;
import java.util.function.*;
class Main {
    String show() { return List.of(1, 2, 3).toString(); }
}
