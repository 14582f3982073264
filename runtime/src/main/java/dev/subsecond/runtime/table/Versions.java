package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a function that a patch has changed or added.
 *
 * <p>Reads are safe without a lock. Changes belong to the table's lock; the current version is written while the commit's
 * gate is closed, so that a call of the new code never sees the old pointer.
 */
final class Versions {

    /** Code by its pointer: whatever the function has run or a patch has brought along. Grows only. */
    private final Map<Long, Body> bodies = new ConcurrentHashMap<>(2);

    private final Past<Version> past = new Past<>();
    private volatile Version current;

    Versions(Version first) {
        current = first;
    }

    Version current() {
        return current;
    }

    /** The code of {@code pointer}, {@link Body#IMAGE} for the image's own; null if no patch brought any. */
    @Nullable
    Body body(long pointer) {
        return bodies.get(pointer);
    }

    /** What the function runs now, by a call of the code itself; null for the image's own. */
    @Nullable
    MethodHandle handle() {
        Body body = current.body();
        return body == null ? null : body.handle();
    }

    Past<Version> past() {
        return past;
    }

    /** From now on the code can be asked for, though no call runs it before the commit. */
    void know(Version next, Map<Long, Body> further) {
        bodies.putAll(further);
        Body body = next.body();
        if (body != null) {
            bodies.put(next.pointer(), body);
        } else {
            bodies.putIfAbsent(next.pointer(), Body.IMAGE);
        }
    }

    /** Makes it the version that runs. Neither waits nor allocates. */
    void publish(Version version) {
        current = version;
    }
}
