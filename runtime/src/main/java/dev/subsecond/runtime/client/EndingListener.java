package dev.subsecond.runtime.client;

/** Told once when a connection has ended. */
@FunctionalInterface
public interface EndingListener {

    /**
     * The connection has ended. Called once, by any thread.
     *
     * @param why a sentence for the user, with or without its full stop
     */
    void ended(Ending ending, String why);
}
