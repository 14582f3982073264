package dev.subsecond.devserver.launch;

/** Gets what a program writes. Called by one thread for each stream. */
@FunctionalInterface
public interface OutputListener {

    /**
     * One line, without its end.
     *
     * @param stream {@code stdout} or {@code stderr}
     */
    void line(long pid, String stream, String line);
}
