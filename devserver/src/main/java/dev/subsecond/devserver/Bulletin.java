package dev.subsecond.devserver;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Holds back bad news until it is certain. An editor may save two files that compile only together, or one file in two
 * writes: an error counts when nothing was written for a while. Good news never comes through here. Belongs to the
 * session's thread.
 */
final class Bulletin {

    /** As long as this after the last write, what was saved is taken for complete. */
    static final Duration QUIET = Duration.ofMillis(150);

    private final SessionThread thread;
    private final Runnable whenQuiet;
    private @Nullable Future<?> timer;
    private @Nullable Runnable held;
    private boolean quiet = true;
    private boolean shown;

    /** Runs {@code whenQuiet} on {@code thread} when nothing was written for a while. */
    Bulletin(SessionThread thread, Runnable whenQuiet) {
        this.thread = thread;
        this.whenQuiet = whenQuiet;
    }

    /** Something was written. */
    void disturbed() {
        quiet = false;
        if (timer != null) {
            timer.cancel(false);
        }
        timer = thread.schedule(QUIET, whenQuiet);
    }

    /** What was saved is complete: from now on bad news is shown at once. */
    void quietHasBegun() {
        quiet = true;
    }

    /** What was held back is out of date. */
    void withdraw() {
        held = null;
    }

    /** Publishes bad news, now or when it is quiet. */
    void bad(Runnable publish) {
        held = publish;
        if (quiet) {
            show();
        }
    }

    /** Publishes what was held back. */
    void show() {
        Runnable news = held;
        held = null;
        if (news != null) {
            shown = true;
            news.run();
        }
    }

    /** All is well; returns whether bad news had been shown that this resolves. */
    boolean resolved() {
        held = null;
        boolean was = shown;
        shown = false;
        return was;
    }
}
