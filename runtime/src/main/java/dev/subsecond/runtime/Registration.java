package dev.subsecond.runtime;

/** What was registered, and the way to take it back. */
public interface Registration extends AutoCloseable {

    /** Takes it back. Doing so again does nothing; a call that is under way is not interrupted. */
    @Override
    void close();
}
