package dev.subsecond.runtime.event;

import dev.subsecond.runtime.PatchEvent;
import dev.subsecond.runtime.PatchHandler;
import dev.subsecond.runtime.Registration;
import dev.subsecond.runtime.observe.Log;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * The patch handlers in the order of their registration. An event goes to those that are registered when it comes and
 * still are when their turn has come, so a handler may add and remove others and itself. No lock is held while one runs.
 */
final class Handlers {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    Registration add(PatchHandler handler, Executor executor) {
        Entry entry = new Entry(handler, executor);
        entries.add(entry);
        return entry;
    }

    void tell(PatchEvent event) {
        for (Entry entry : entries) {
            entry.tell(event);
        }
    }

    /** One registration; identity counts, so that the same handler can be registered twice and removed once. */
    private final class Entry implements Registration {

        private final PatchHandler handler;
        private final Executor executor;
        private volatile boolean closed;

        Entry(PatchHandler handler, Executor executor) {
            this.handler = Objects.requireNonNull(handler, "handler");
            this.executor = Objects.requireNonNull(executor, "executor");
        }

        void tell(PatchEvent event) {
            try {
                executor.execute(() -> run(event));
            } catch (Throwable refused) {
                report("The executor of a patch handler did not take generation ", event, refused);
            }
        }

        /** Whatever the user's code throws ends here: it must not keep the other handlers from their work. */
        private void run(PatchEvent event) {
            if (closed) {
                return;
            }
            try {
                handler.onPatch(event);
            } catch (Throwable thrown) {
                report("A patch handler failed at generation ", event, thrown);
            }
        }

        @Override
        public void close() {
            closed = true;
            entries.remove(this);
        }
    }

    private static void report(String what, PatchEvent event, Throwable thrown) {
        Log.say(Level.WARNING, what + event.generation(), thrown);
    }
}
