package dev.subsecond.devserver;

import dev.subsecond.devserver.watch.SourceListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the watcher saw and nobody has looked at yet. The watcher's thread adds, the session's takes: also in the middle
 * of an attempt, to notice that it is out of date.
 */
final class ChangeReports implements SourceListener {

    private final List<Path> paths = new ArrayList<>();
    private boolean everything;
    private @Nullable Runnable wake;

    /** The reports since the last time: single paths, or that every source may have changed. */
    record Batch(List<Path> paths, boolean everything) {}

    /** Names who is told, by a call on the watcher's thread, that there are reports; also of those made so far. */
    void onReport(Runnable task) {
        boolean pending;
        synchronized (this) {
            wake = task;
            pending = everything || !paths.isEmpty();
        }
        if (pending) {
            task.run();
        }
    }

    @Override
    public void changed(Path file) {
        add(file, false);
    }

    @Override
    public void gone(Path path) {
        add(path, false);
    }

    @Override
    public void lost() {
        add(null, true);
    }

    private void add(@Nullable Path path, boolean all) {
        Runnable task;
        synchronized (this) {
            everything |= all;
            if (path != null) {
                paths.add(path);
            }
            task = wake;
        }
        if (task != null) {
            task.run();
        }
    }

    synchronized Batch take() {
        Batch batch = new Batch(List.copyOf(paths), everything);
        paths.clear();
        everything = false;
        return batch;
    }
}
