package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.reach.Paths;
import dev.subsecond.thinlink.reach.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls of hot methods that pass their stubs by, and with them every patch, in an image without guards. */
final class Bypasses {

    private Bypasses() {}

    /** A sentence for each hot method that code of the image calls itself. */
    static List<String> of(Program program) {
        Paths paths = new Paths(
                program.index(),
                new StateAfter(program, new NextState()),
                program.marked(),
                unit -> false,
                unit -> false);
        List<String> sentences = new ArrayList<>();
        for (Unit hot : program.marked().hotMethods()) {
            Set<Unit> callers = paths.callers(hot);
            if (!callers.isEmpty()) {
                sentences.add(Unreached.bypass(callers, hot));
            }
        }
        return sentences;
    }
}
