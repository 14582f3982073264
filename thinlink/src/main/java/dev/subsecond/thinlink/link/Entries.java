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

/** Tells which methods of the image have an entry, by asking the preparer again about one class. */
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
        for (Unguarded u : known.computeIfAbsent(owner, this::unguarded)) {
            if (program.follows(LinkRule.ENTRIES) && u.member().equals(method.name() + method.descriptor())) {
                throw new RefusedException(Refusal.NO_ENTRY, u.reason());
            }
        }
    }

    private List<Unguarded> unguarded(String owner) {
        byte[] image = program.imageBytes(owner);
        return image == null
                ? List.of()
                : new Preparer(Set.of(PrepareRule.GUARDS)).prepare(image).unguarded();
    }
}
