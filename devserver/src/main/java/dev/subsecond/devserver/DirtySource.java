package dev.subsecond.devserver;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source that is not what the program was compiled from.
 *
 * @param text its text, or null if the file is gone
 * @param readable whether all its bytes are text
 * @param savedNanos when it was saved, on the clock of {@link System#nanoTime}
 * @param settled whether it counts already. A file that is gone or empty may be half of a save: editors remove a file
 *     before they write the new one, and empty it before they fill it; compilers write class files piece by piece
 */
record DirtySource(@Nullable String text, boolean readable, long savedNanos, boolean settled) {

    DirtySource settle() {
        return new DirtySource(text, readable, savedNanos, true);
    }

    boolean sameContent(DirtySource other) {
        return Objects.equals(text, other.text) && readable == other.readable;
    }
}
