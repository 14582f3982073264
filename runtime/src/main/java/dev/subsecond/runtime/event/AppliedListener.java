package dev.subsecond.runtime.event;

/** Told of every patch that is live, wherever it came from, after the program's handlers. */
@FunctionalInterface
public interface AppliedListener {

    /** Called once for each patch, by the thread that applied it, without a lock. Returns soon and throws nothing. */
    void applied(AppliedPatch patch);
}
