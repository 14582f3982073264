package app;

import java.util.*;
class Main {
    String show() {
        var all = new ArrayList<>(List.of(new Version(1, 9), new Version(2, 0), new Version(1, 10)));
        Collections.sort(all);
        return all.get(0).minor() + "" + all.get(2).major();
    }
}
