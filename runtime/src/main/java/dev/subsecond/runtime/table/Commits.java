package dev.subsecond.runtime.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The states that the table has been in, and how it gets from one to the next: by a patch, or back to an earlier one.
 * Safe for use by any thread.
 */
final class Commits {

    private final Images images;
    private final HotTable.Switchovers switchovers;
    private final ReentrantLock patching = new ReentrantLock();

    /** The table's, under which functions and sites change. Taken after {@link #patching}. */
    private final ReentrantLock lock;

    /** All states by number. Guarded by {@link #lock}. */
    private final List<Generation> history = new ArrayList<>();

    /** Native functions by their address: where their newest code is. Guarded by {@link #lock}. */
    private final Past<Map<Long, Long>> natives = new Past<>();

    private volatile Snapshot snapshot = Snapshot.image();
    private volatile @Nullable FirstCalls firstCalls;

    /** The last commit, while its sites still ask its phase. Guarded by {@link #patching}. */
    private @Nullable Switchover unsettled;

    Commits(Images images, ReentrantLock lock, HotTable.Switchovers switchovers) {
        this.images = images;
        this.lock = lock;
        this.switchovers = switchovers;
        history.add(snapshot.generation());
    }

    /** The table as it is now; one volatile read. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** All states so far, the image first; an unmodifiable snapshot. */
    List<Generation> history() {
        return locked(() -> List.copyOf(history));
    }

    /** Held while a patch is applied. */
    ReentrantLock patching() {
        return patching;
    }

    /** From the next patch on. */
    void onFirstCall(FirstCalls listening) {
        firstCalls = listening;
    }

    /** See {@link HotTable#commit}. */
    Committed commit(long sequence, List<StagedPatch> parts) {
        settle();
        Generation before = snapshot.generation();
        FirstCalls listening = firstCalls;
        FirstCall firstCall = listening == null ? null : listening.of(sequence, () -> settled(before.number() + 1));
        Switchover commit = switchovers.of(before.number() + 1, firstCall);
        Committed committed = locked(() -> {
            parts.forEach(part -> part.image().add(part));
            commit.findOverrides(images.overriddenBy(parts));
            parts.forEach(commit::add);
            parts.forEach(part -> addNatives(before.number() + 1, part.natives()));
            Snapshot next = new Snapshot(before.next(sequence, commit.changes()), snapshot.with(parts));
            return install(commit, next);
        });
        unsettled = commit;
        if (firstCall == null) {
            settle();
        }
        return committed;
    }

    /** See {@link HotTable#rollback}. */
    Committed rollback(long to) {
        settle();
        Generation before = snapshot.generation();
        Switchover commit = switchovers.of(before.number() + 1, null);
        Committed committed = locked(() -> {
            List<Image> all = images.all();
            all.forEach(image -> commit.back(image, to));
            Generation target = history.get(Math.toIntExact(to));
            Map<Long, Long> nativeCode = nativesIn(to);
            natives.begin(before.number() + 1, nativeCode).run();
            return install(
                    commit, new Snapshot(before.rolledBack(target, commit.changes()), mapOf(all, to, nativeCode)));
        });
        commit.settle();
        return committed;
    }

    /** Under the lock. */
    private void addNatives(long generation, Map<Long, Long> added) {
        if (!added.isEmpty()) {
            Map<Long, Long> all = new HashMap<>(nativesIn(generation));
            all.putAll(added);
            natives.begin(generation, all).run();
        }
    }

    private Map<Long, Long> nativesIn(long generation) {
        Map<Long, Long> known = natives.in(generation);
        return known == null ? Map.of() : known;
    }

    private static SortedMap<Long, Long> mapOf(List<Image> images, long generation, Map<Long, Long> natives) {
        SortedMap<Long, Long> map = Snapshot.empty();
        map.putAll(natives);
        for (Image image : images) {
            for (Function function : image.patched()) {
                Version version = function.in(generation);
                if (version != null) {
                    map.put(function.address(), version.pointer());
                }
            }
        }
        return Collections.unmodifiableSortedMap(map);
    }

    private Committed install(Switchover commit, Snapshot next) {
        commit.stage();
        history.add(next.generation());
        long gateNanos = commit.release(() -> snapshot = next);
        return new Committed(next.generation(), commit.switched(), gateNanos);
    }

    /** After the first call of the code of a generation. */
    private void settled(long generation) {
        patching.lock();
        try {
            if (snapshot.generation().number() == generation) {
                settle();
            }
        } finally {
            patching.unlock();
        }
    }

    private void settle() {
        Switchover last = unsettled;
        if (last != null) {
            last.settle();
            unsettled = null;
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
