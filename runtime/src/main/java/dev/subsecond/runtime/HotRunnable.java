package dev.subsecond.runtime;

import java.io.Serializable;

/** A piece of code for {@link Subsecond#call(HotRunnable)}. Serializable, so that its implementation can be found. */
@FunctionalInterface
public interface HotRunnable extends Serializable {

    /** Runs the code; possibly more than once. */
    void run();
}
