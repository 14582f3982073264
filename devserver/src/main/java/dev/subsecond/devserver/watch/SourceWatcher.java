package dev.subsecond.devserver.watch;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.helpers.NOPLogger;

/**
 * Watches source directories, those below them and those to come. Reports a file for each thing the system saw happen to
 * it: created, written, renamed, deleted. A report is a hint to look; there may be several for one save.
 */
public final class SourceWatcher implements AutoCloseable {

    private final DirectoryWatcher watcher;
    private final ExecutorService thread;
    private final CompletableFuture<Void> watching;

    private SourceWatcher(DirectoryWatcher watcher, ExecutorService thread, CompletableFuture<Void> watching) {
        this.watcher = watcher;
        this.thread = thread;
        this.watching = watching;
    }

    /**
     * Starts watching. Every change after the return of this method is reported.
     *
     * @param kind which files are sources here
     * @param directories existing directories, absolute and without links
     * @param listener called on the watcher's thread
     */
    public static SourceWatcher start(FileKind kind, List<Path> directories, SourceListener listener)
            throws IOException {
        SourceFilter filter = new SourceFilter(kind, directories);
        DirectoryWatcher watcher = DirectoryWatcher.builder()
                .paths(directories)
                .fileHashing(false)
                .logger(NOPLogger.NOP_LOGGER)
                .listener(event -> report(event, filter, listener))
                .build();
        ExecutorService thread = Executors.newSingleThreadExecutor(SourceWatcher::thread);
        CompletableFuture<Void> watching = watcher.watchAsync(thread);
        return new SourceWatcher(watcher, thread, watching);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "subsecond-watch");
        thread.setDaemon(true);
        return thread;
    }

    private static void report(DirectoryChangeEvent event, SourceFilter filter, SourceListener listener) {
        if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
            listener.lost();
        } else if (filter.isSource(event.path())) {
            listener.changed(event.path());
        } else if (event.eventType() == DirectoryChangeEvent.EventType.DELETE) {
            listener.gone(event.path());
        }
    }

    /** Completes when watching ends: with an exception if it failed, else because it was closed. */
    public CompletableFuture<Void> ended() {
        return watching.copy();
    }

    @Override
    public void close() throws IOException {
        watcher.close();
        thread.shutdownNow();
    }
}
