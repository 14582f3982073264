package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final long generation;
    private final @Nullable FirstCall firstCall;
    private final List<Runnable> memories = new ArrayList<>();
    private final List<Switched> switched = new ArrayList<>();

    /** @param generation the number of the state that it produces */
    Switchover(long generation, @Nullable FirstCall firstCall) {
        this.generation = generation;
        this.phase = new Phase(firstCall);
        this.firstCall = firstCall;
    }

    /** The functions whose pointers change. */
    List<Switched> switched() {
        return switched;
    }

    /** What the history is to say of them. A function of several loaders is one change. */
    List<Change> changes() {
        return switched.stream().map(Switched::change).distinct().toList();
    }

    /** Takes in what a patch changes in one image. */
    void add(StagedPatch patch) {
        for (FunctionUpdate update : patch.functions()) {
            Function function = update.function();
            Version next = function.next(update);
            change(function, next, update.versions());
            memories.add(function.remember(generation, next));
        }
        for (FamilyUpdate update : patch.families().values()) {
            change(update.family(), update.family().next(update));
        }
    }

    /** Makes the stubs of functions look for overrides that patches have changed. Before the patch itself is taken in. */
    void findOverrides(List<Function> functions) {
        functions.forEach(function -> function.findOverrides(phase, changes));
    }

    /** Takes in what has to change in one image for an earlier generation to become current. */
    void back(Image image, long to) {
        for (Function function : image.patched()) {
            back(function, to);
        }
        for (Family family : image.families()) {
            Map<Class<?>, MethodHandle> members = family.in(to);
            if (members != null) {
                change(family, members);
            }
        }
    }

    private void back(Function function, long to) {
        Version next = function.back(to);
        boolean differs = next != null && !next.runsAs(function.current());
        if (next != null && differs) {
            change(function, next, Map.of());
        }
        boolean listed = function.in(to) != null;
        if (differs || listed != function.isListed()) {
            memories.add(function.remember(generation, listed ? next : null));
        }
    }

    private void change(Function function, Version next, Map<Long, Body> further) {
        Change change = function.changeTo(next);
        if (change != null) {
            switched.add(new Switched(function, change, newMethod(function, next)));
        }
        function.stage(next, further, phase, changes);
        publications.add(() -> function.publish(next));
    }

    private static @Nullable FunctionKey newMethod(Function function, Version next) {
        Body body = next.body();
        Version before = function.current();
        // Frames that run equal content are not old, as where only a lambda of a method has changed.
        if (Objects.equals(body, before.body()) || next.content() == before.content()) {
            return null;
        }
        return body == null ? function.key() : body.method();
    }

    private void change(Family family, Map<Class<?>, MethodHandle> members) {
        publications.add(family.stage(members, phase, changes));
        memories.add(family.remember(generation, members));
    }

    /** Gives the sites the targets that ask the phase. */
    void stage() {
        changes.forEach(change -> change.site().setTarget(change.during()));
        sync();
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
        long nanos = System.nanoTime() - closed;
        memories.forEach(Runnable::run);
        return nanos;
    }

    /** Lets the sites forget the commit. */
    void settle() {
        for (SiteChange change : changes) {
            change.site().setTarget(change.after());
        }
        sync();
    }

    private void sync() {
        MutableCallSite.syncAll(changes.stream().map(SiteChange::site).toArray(MutableCallSite[]::new));
    }
}
