package dev.subsecond.runtime.client;

/** Told once when a connection has ended. */
@FunctionalInterface
public interface EndingListener {

    /**
     * The connection has ended and none of its threads will do anything any more.
     *
     * @param why a sentence for the user, without its full stop
     */
    void ended(Ending ending, String why);
}
