package dev.subsecond.runtime.closure;

import dev.subsecond.runtime.HotRunnable;
import dev.subsecond.runtime.HotSupplier;
import dev.subsecond.runtime.HotTask;
import org.jspecify.annotations.Nullable;

/** Runs the newest code of closures. Safe for use by any thread; a few nanoseconds while a closure's code is its own. */
public final class Closures {

    private static final ClosureType RUNNABLES = ClosureType.of(HotRunnable.class);
    private static final ClosureType TASKS = ClosureType.of(HotTask.class);
    private static final ClosureType SUPPLIERS = ClosureType.of(HotSupplier.class);

    private Closures() {}

    /** Runs it. What it throws is thrown on unchanged. */
    public static void run(HotRunnable closure) {
        Implementation code = RUNNABLES.implementationOf(closure);
        if (code.runsItself()) {
            closure.run();
        } else {
            code.runNewest(closure);
        }
    }

    /** Runs it. What it throws is thrown on unchanged. */
    public static void run(HotTask closure) throws Exception {
        Implementation code = TASKS.implementationOf(closure);
        if (code.runsItself()) {
            closure.run();
        } else {
            code.runNewest(closure);
        }
    }

    /** Runs it and returns its result. What it throws is thrown on unchanged. */
    public static <T extends @Nullable Object> T get(HotSupplier<T> closure) {
        Implementation code = SUPPLIERS.implementationOf(closure);
        return code.runsItself() ? closure.get() : code.runNewest(closure);
    }
}
