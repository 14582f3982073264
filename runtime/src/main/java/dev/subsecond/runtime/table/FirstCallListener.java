package dev.subsecond.runtime.table;

/** Told when code of a patch runs for the first time. */
@FunctionalInterface
public interface FirstCallListener {

    /**
     * A function of the patch was called for the first time since its commit, and runs the new code. Comes at most once a
     * patch, on the executor the listener was registered with.
     *
     * @param sequence the number of the patch
     * @param function the function's id
     * @param nanosSinceCommit time from the commit to that call
     */
    void firstCall(long sequence, String function, long nanosSinceCommit);
}
