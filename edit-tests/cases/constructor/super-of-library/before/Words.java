package app;

import java.util.ArrayList;
import java.util.List;

class Words extends ArrayList<String> {
    private final String last;

    Words(String last) {
        super(4);
        this.last = last;
        add(last);
    }
}
