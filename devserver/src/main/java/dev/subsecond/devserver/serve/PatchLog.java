package dev.subsecond.devserver.serve;

import dev.subsecond.runtime.wire.Message;
import java.util.ArrayList;
import java.util.List;

/** What has changed the program since it started, in order: one entry for each of its generations. Not thread-safe. */
final class PatchLog {

    private final List<Message> changes = new ArrayList<>();

    /** Forgets everything: another program starts. */
    void clear() {
        changes.clear();
    }

    void add(Message change) {
        changes.add(change);
    }

    /** Whether the program has ever been in that generation. */
    boolean has(long generation) {
        return generation >= 0 && generation <= changes.size();
    }

    /** What a process of that generation has missed. */
    List<Message> after(long generation) {
        return List.copyOf(changes.subList((int) generation, changes.size()));
    }
}
