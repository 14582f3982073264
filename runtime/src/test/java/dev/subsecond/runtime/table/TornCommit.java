package dev.subsecond.runtime.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How a commit must not be: it publishes and sets its call sites one after the other, with no gate in between. */
public final class TornCommit {

    private TornCommit() {}

    /** Commits without a phase. */
    public static void commit(StagedPatch patch) {
        patch.image().add(patch);
        Phase unused = new Phase(null);
        for (FunctionUpdate update : patch.functions()) {
            Function function = update.function();
            Version next = function.next(update);
            List<SiteChange> changes = new ArrayList<>();
            function.stage(next, update.versions(), unused, changes);
            function.publish(next);
            // The guard comes first in the list and must be last here, or callers find no code behind it.
            Collections.reverse(changes);
            changes.forEach(change -> change.site().setTarget(change.after()));
        }
    }
}
