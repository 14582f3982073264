package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.LinkRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a linker remembers between saves. */
public final class LinkState {

    private final Program program;
    private final Set<String> pending = new HashSet<>();
    private final Map<Long, NextState> sent = new HashMap<>();
    private final RunningStates states;

    public LinkState(
            String buildId,
            Map<String, byte[]> image,
            ImageKind kind,
            ClassSource libraries,
            Predicate<LinkRule> rules) {
        program = new Program(buildId, image, kind, libraries, rules);
        states = new RunningStates(program);
    }

    /** What the user of the program should know before the first edit. */
    public List<String> warnings() {
        return program.isUnprepared() ? Bypasses.of(program) : List.of();
    }

    /** The patch is what runs now. */
    public void applied(long sequence) {
        NextState next = sent.remove(sequence);
        if (next != null) {
            next.commit(program);
            states.became(sequence, next);
        }
    }

    /** There was nothing to send, so that it is what runs already. */
    void runsAlready(NextState next) {
        next.commit(program);
        states.isAlso(next);
    }

    /** The program runs again what it ran after that patch. */
    public void rolledBack(long sequence) {
        pending.addAll(states.rolledBack(sequence));
    }

    /** Nothing changed, except that the classes new with the patch may have been loaded. */
    public void rejected(long sequence) {
        NextState next = sent.remove(sequence);
        if (next != null) {
            next.refused(program);
            states.loaded(next);
            pending.addAll(next.classes());
        }
    }

    /** What was linked but never sent is compared again as if it had been rejected. */
    void forgetUnsent() {
        sent.values().forEach(next -> pending.addAll(next.classes()));
        sent.clear();
    }

    Program program() {
        return program;
    }

    /** Classes with members that did not go live, to be compared again with the next save. */
    Set<String> pending() {
        return pending;
    }

    void sent(long sequence, NextState next) {
        sent.put(sequence, next);
    }
}
