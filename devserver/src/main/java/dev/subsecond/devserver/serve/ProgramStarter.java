package dev.subsecond.devserver.serve;

import java.io.IOException;

/** Starts a program. */
@FunctionalInterface
public interface ProgramStarter<T> {

    /** Starts it and returns at once. */
    T start() throws IOException;
}
