package dev.subsecond.runtime.table;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread beside jcstress's two actors, which are all that a machine of two processors allows for. */
final class OtherThread {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "other");
        thread.setDaemon(true);
        return thread;
    });

    private OtherThread() {}

    static void run(Runnable task) {
        THREAD.execute(task);
    }
}
