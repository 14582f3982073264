package dev.subsecond.runtime.table;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a function runs at one time.
 *
 * @param pointer the address of the code and of what it reaches
 * @param content the address of the function's own code alone
 * @param body the code; null if it is the image's own
 * @param number how often the function's pointer had changed by then
 */
record Version(long pointer, long content, @Nullable Body body, int number) {

    /** Whether a call notices no difference between the two. */
    boolean runsAs(Version other) {
        return pointer == other.pointer && content == other.content && Objects.equals(body, other.body);
    }
}
