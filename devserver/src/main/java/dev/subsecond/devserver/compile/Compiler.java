package dev.subsecond.devserver.compile;

import java.io.Closeable;

/** Makes of a program and an edit the next program. Not thread-safe. */
public interface Compiler extends Closeable {

    /**
     * Compiles an edit against a program, which stays as it is.
     *
     * @return never null; no exception is thrown for what is wrong with the files
     */
    Compilation compile(Program program, Edit edit);
}
