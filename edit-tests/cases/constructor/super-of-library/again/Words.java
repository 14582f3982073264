package app;

import java.util.ArrayList;
import java.util.List;

class Words extends ArrayList<String> {
    private final String last;

    Words(String last) {
        super(List.of("x"));
        this.last = last;
        add(last);
    }
}
