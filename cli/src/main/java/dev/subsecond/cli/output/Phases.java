package dev.subsecond.cli.output;

import dev.subsecond.devserver.SaveTimings;
import java.util.Locale;

/** Where the time of a save went, in one line. */
final class Phases {
    private Phases() {}

    static String of(SaveTimings t) {
        return String.format(
                Locale.ROOT,
                "watch %.1f, compile %.1f, diff %.1f, reach %.1f, link %.1f, send %.1f, verify %.1f, commit %.1f ms",
                t.watch(),
                t.compile(),
                t.diff(),
                t.reach(),
                t.link(),
                t.send(),
                t.verify(),
                t.commit());
    }
}
