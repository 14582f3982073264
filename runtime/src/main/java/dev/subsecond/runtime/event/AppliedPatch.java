package dev.subsecond.runtime.event;

import dev.subsecond.runtime.FunctionChange;
import dev.subsecond.runtime.PatchResult;
import dev.subsecond.runtime.patch.Commit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A patch that is live, or a rollback that is done, and whose handlers have run.
 *
 * @param commit what it changed
 * @param handlers how long the handlers took
 * @param rolledBackTo the generation that is current again; null after a patch
 */
public record AppliedPatch(
        Commit commit, Duration handlers, @Nullable Long rolledBackTo) {

    /** What the public API says of it. */
    public PatchResult result() {
        return new PatchResult(commit.generation(), changes(commit), timings());
    }

    /** How long every step took: those of the commit, and {@code handlers}. */
    public Map<String, Duration> timings() {
        Map<String, Duration> timings = new HashMap<>(commit.timings());
        timings.put("handlers", handlers);
        return timings;
    }

    static List<FunctionChange> changes(Commit commit) {
        return commit.functions().stream()
                .map(function -> new FunctionChange(function.name(), function.oldPtr(), function.newPtr()))
                .toList();
    }
}
