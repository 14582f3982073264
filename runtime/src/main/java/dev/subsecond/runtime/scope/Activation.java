package dev.subsecond.runtime.scope;

/** What one activation of a scope has gone through, from the first time it was told to restart. Belongs to its thread. */
final class Activation {

    /** What is done about stale code inside this scope. */
    enum Decision {
        /** It unwinds to the scope, which runs again. */
        RESTART,
        /** Nothing: the scope was given up before. */
        LEAVE,
        /** Nothing any more: the scope has run again since the newest commit and is stale all the same. */
        GIVE_UP_UNHELPED,
        /** Nothing any more: the scope has restarted too often. */
        GIVE_UP_RESTLESS
    }

    /** So many restarts in the time below come from the user's code, not from a person who saves files. */
    static final int MOST_RESTARTS = 50;

    static final long RESTARTS_NANOS = 10_000_000_000L;

    private static final long NEVER = -1;

    private long restartedAt = NEVER;
    private long leftAloneAt = NEVER;
    private boolean restless;
    private boolean reported;
    private String stale = "";

    private final long[] restartNanos = new long[MOST_RESTARTS];
    private int restarts;

    /**
     * Decides, when the scope was found stale.
     *
     * @param function the stale function, as a reader would write it
     * @param generation the newest commit
     * @param nanos the time
     */
    Decision onStale(String function, long generation, long nanos) {
        stale = function;
        if (restless || leftAloneAt == generation) {
            return Decision.LEAVE;
        }
        if (restartedAt == generation) {
            leftAloneAt = generation;
            return Decision.GIVE_UP_UNHELPED;
        }
        if (restarts >= MOST_RESTARTS && nanos - restartNanos[restarts % MOST_RESTARTS] < RESTARTS_NANOS) {
            restless = true;
            return Decision.GIVE_UP_RESTLESS;
        }
        return Decision.RESTART;
    }

    /** @param generation a commit that was complete before the scope's code is looked up again */
    void restarted(long generation, long nanos) {
        restartedAt = generation;
        restartNanos[restarts % MOST_RESTARTS] = nanos;
        restarts++;
    }

    /** The function that was found stale last. */
    String stale() {
        return stale;
    }

    /** True the first time. */
    boolean firstReport() {
        boolean first = !reported;
        reported = true;
        return first;
    }
}
