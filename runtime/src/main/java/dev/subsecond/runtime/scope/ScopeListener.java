package dev.subsecond.runtime.scope;

/** Told of scopes that run again. */
@FunctionalInterface
public interface ScopeListener {

    /**
     * A scope is about to run again because code inside it was stale.
     *
     * @param function the stale function that made it so, as a reader would write it
     * @param generation the newest commit
     */
    void restarted(String function, long generation);
}
