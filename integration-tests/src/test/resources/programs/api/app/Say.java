package app;

import java.util.HashMap;
import java.util.Map;

/** Prints what is new. */
final class Say {
    private static final Map<String, String> LAST = new HashMap<>();

    static void ifNew(String topic, String text) {
        if (!text.equals(LAST.put(topic, text))) {
            always(topic + ": " + text);
        }
    }

    static void always(String line) {
        System.out.println(line);
    }
}
