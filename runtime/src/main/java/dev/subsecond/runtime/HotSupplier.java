package dev.subsecond.runtime;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A piece of code with a result for {@link Subsecond#call(HotSupplier)}. Serializable, so that its implementation can be
 * found.
 *
 * @param <T> what it results in
 */
@FunctionalInterface
public interface HotSupplier<T extends @Nullable Object> extends Serializable {

    /** Runs the code; possibly more than once. */
    T get();
}
