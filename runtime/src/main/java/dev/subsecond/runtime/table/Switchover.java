package dev.subsecond.runtime.table;

import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One atomic change of the jump table.
 *
 * <p>All handles and records are made first. Then every site gets a target that asks the commit's phase, while the phase
 * says "old"; then the phase makes calls wait, the table is published, and the phase says "new". An error before the gate
 * closes, of memory or of a stack that is too deep, leaves the program as it was: the sites then ask a phase that says
 * "old" for ever.
 *
 * <p>The order of the steps in {@link #release} is what makes it atomic. The module concurrency-tests has subclasses that
 * take them in another order, and shows that each is noticed.
 */
class Switchover {

    final Phase phase;
    final List<SiteChange> changes = new ArrayList<>();
    final List<Runnable> publications = new ArrayList<>();

    private final StagedPatch patch;
    private final @Nullable FirstCall firstCall;
    private final List<Change> changed = new ArrayList<>();

    Switchover(StagedPatch patch, @Nullable FirstCall firstCall) {
        this.patch = patch;
        this.phase = new Phase(firstCall);
        this.firstCall = firstCall;
    }

    List<Change> changed() {
        return changed;
    }

    /** Makes all that the next steps need, and gives the sites the targets that ask the phase. */
    void stage() {
        patch.functions().forEach(this::stage);
        patch.families()
                .values()
                .forEach(update -> publications.add(update.family().stage(update, phase, changes)));
        changes.forEach(change -> change.site().setTarget(change.during()));
        MutableCallSite.syncAll(changes.stream().map(SiteChange::site).toArray(MutableCallSite[]::new));
    }

    private void stage(FunctionUpdate update) {
        Function function = update.function();
        Change change = function.changeTo(update);
        if (change != null) {
            changed.add(change);
        }
        Version next = function.nextVersion(update);
        publications.add(() -> function.publish(next));
        function.stage(update, phase, changes);
    }

    /**
     * Moves the program from the old to the new code.
     *
     * @param publishTable makes the new table visible; neither waits nor allocates
     * @return for how long calls had to wait, in nanoseconds
     */
    long release(Runnable publishTable) {
        long closed = System.nanoTime();
        phase.close();
        try {
            publishTable.run();
            for (int i = 0; i < publications.size(); i++) {
                publications.get(i).run();
            }
        } finally {
            if (firstCall != null) {
                firstCall.committed(System.nanoTime());
            }
            phase.open();
        }
        return System.nanoTime() - closed;
    }

    /** Lets the sites forget the commit. */
    void settle() {
        for (SiteChange change : changes) {
            change.site().setTarget(change.after());
        }
        MutableCallSite.syncAll(changes.stream().map(SiteChange::site).toArray(MutableCallSite[]::new));
    }
}
