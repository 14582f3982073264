package dev.subsecond.runtime.event;

import dev.subsecond.runtime.PatchHandler;
import dev.subsecond.runtime.Registration;
import dev.subsecond.runtime.table.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * How the list of the handlers must not be: closing only takes the entry from the list, what a handler throws goes on to
 * whoever tells of the patch, and the list may be one for a single thread.
 */
final class NaiveList implements HandlerList {

    private List<Runnable> entries;
    private final boolean oneThread;

    private NaiveList(List<Runnable> entries, boolean oneThread) {
        this.entries = entries;
        this.oneThread = oneThread;
    }

    static NaiveList forThreads() {
        return new NaiveList(new CopyOnWriteArrayList<>(), false);
    }

    static NaiveList forOneThread() {
        return new NaiveList(new ArrayList<>(), true);
    }

    @Override
    public Registration add(PatchHandler handler, Executor executor) {
        Runnable entry = () -> executor.execute(() -> handler.onPatch(EVENT));
        if (oneThread) {
            addInSteps(entry);
        } else {
            entries.add(entry);
        }
        return () -> entries.remove(entry);
    }

    /** As a list does that was made for one thread: whoever is late overwrites what came in between. */
    private void addInSteps(Runnable entry) {
        List<Runnable> grown = new ArrayList<>(entries);
        Wait.aMoment();
        grown.add(entry);
        entries = grown;
    }

    @Override
    public void tell() {
        for (Runnable entry : entries) {
            entry.run();
        }
    }
}
