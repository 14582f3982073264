package dev.subsecond.thinlink.diff;

import java.util.List;
import java.util.Optional;

/**
 * A lambda expression that running code creates or has created.
 *
 * @param normalForm its newest body
 * @param shape what a body must have in common with it to run in its place
 * @param entries the methods behind its live objects, all of which run the newest body
 * @param creatable the one of {@code entries} that code in a patch class may name; empty while only the image has it
 */
public record RunningLambda(String normalForm, String shape, List<Entry> entries, Optional<Entry> creatable) {

    public RunningLambda {
        entries = List.copyOf(entries);
    }
}
