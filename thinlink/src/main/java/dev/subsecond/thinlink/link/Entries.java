package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.prepare.PrepareRule;
import dev.subsecond.thinlink.prepare.Preparer;
import dev.subsecond.thinlink.prepare.Unguarded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which methods of the image have an entry, by asking the preparer again about one class, once. */
final class Entries {

    private final Program program;
    private final Map<String, List<Unguarded>> known = new HashMap<>();

    Entries(Program program) {
        this.program = program;
    }

    /** Refuses the change of a method that could not be given a guard when the program was prepared. */
    void require(String owner, Key method) throws RefusedException {
        if (program.isUnprepared(owner)) {
            return; // the jump table is its entry
        }
        for (Unguarded u : unguarded(owner)) {
            if (program.follows(LinkRule.ENTRIES) && u.member().equals(method.name() + method.descriptor())) {
                throw new RefusedException(Refusal.NO_ENTRY, u.reason());
            }
        }
    }

    /** Whether the method has an entry; it must have a body. */
    boolean has(String owner, Key method) {
        return unguarded(owner).stream().noneMatch(u -> u.member().equals(method.name() + method.descriptor()));
    }

    private List<Unguarded> unguarded(String owner) {
        return known.computeIfAbsent(owner, this::prepared);
    }

    private List<Unguarded> prepared(String owner) {
        byte[] image = program.imageBytes(owner);
        return image == null
                ? List.of()
                : new Preparer(Set.of(PrepareRule.GUARDS)).prepare(image).unguarded();
    }
}
