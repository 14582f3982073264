package dev.subsecond.runtime.table;

import java.util.ArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What something was in each generation: its states in the order of the generations in which they began. Belongs to the
 * table's lock. Reads go back from the newest state, since what is asked for was current a short while ago.
 */
final class Past<T> {

    private record State<T>(long generation, @Nullable T value) {}

    private final ArrayList<State<T>> states = new ArrayList<>(1);

    /** Adds a state; null for "not in the table". The returned action does it, and cannot fail for want of memory. */
    Runnable begin(long generation, @Nullable T value) {
        State<T> state = new State<>(generation, value);
        states.ensureCapacity(states.size() + 1);
        return () -> states.add(state);
    }

    /** The state in {@code generation}; null if it was not in the table then. */
    @Nullable
    T in(long generation) {
        for (int i = states.size() - 1; i >= 0; i--) {
            if (states.get(i).generation() <= generation) {
                return states.get(i).value();
            }
        }
        return null;
    }

    /** The last state of that kind; null if it never was. */
    @Nullable
    T last(Predicate<T> wanted) {
        for (int i = states.size() - 1; i >= 0; i--) {
            T value = states.get(i).value();
            if (value != null && wanted.test(value)) {
                return value;
            }
        }
        return null;
    }

    /** Whether it is in the table now. */
    boolean isPresent() {
        return !states.isEmpty() && states.get(states.size() - 1).value() != null;
    }
}
