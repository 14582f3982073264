package dev.subsecond.runtime.client;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.Registration;
import dev.subsecond.runtime.event.AppliedListener;
import dev.subsecond.runtime.event.AppliedPatch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does with patches what a test tells it to, and tells those who listen as the real one does. */
final class TestEngine implements Engine {

    private final Applier applier;
    private final List<AppliedListener> listeners = new CopyOnWriteArrayList<>();

    TestEngine(Applier applier) {
        this.applier = applier;
    }

    @FunctionalInterface
    interface Applier {

        AppliedPatch apply(JumpTable table) throws PatchException;
    }

    @Override
    public AppliedPatch apply(JumpTable table) throws PatchException {
        AppliedPatch applied = applier.apply(table);
        tell(applied);
        return applied;
    }

    /** The real one, which is off in a test's JVM. */
    @Override
    public AppliedPatch rollback(long generation) throws PatchException {
        return OF_THIS_PROCESS.rollback(generation);
    }

    private void tell(AppliedPatch applied) {
        listeners.forEach(listener -> listener.applied(applied));
    }

    @Override
    public Registration listen(AppliedListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
