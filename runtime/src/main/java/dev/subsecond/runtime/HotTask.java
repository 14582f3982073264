package dev.subsecond.runtime;

import java.io.Serializable;

/** A task for {@link Devtools#serve(HotTask)}. Serializable, so that its implementation can be found. */
@FunctionalInterface
public interface HotTask extends Serializable {

    /**
     * Runs the task; possibly more than once. Ends soon, normally or with any exception, when its thread is interrupted.
     *
     * @throws Exception whatever it likes
     */
    void run() throws Exception;
}
