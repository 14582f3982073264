package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.RunningClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the program ran after each patch, so that the linker can go back with it.
 *
 * <p>A state is what a patch made of the state before, and a rollback begins a new branch: the states are a tree. Each one
 * keeps only the classes that its patch changed.
 */
final class RunningStates {

    private static final long IMAGE = 0;

    /** @param before the patch whose state was current when this one came; null for the image */
    private record State(@Nullable Long before, Map<String, RunningClass> changed) {}

    private final Program program;
    private final Map<Long, State> states = new HashMap<>();

    /** Classes that came with patches, as the JVM has loaded them. It keeps them, whatever becomes current. */
    private final Map<String, RunningClass> loaded = new HashMap<>();

    private long current = IMAGE;

    RunningStates(Program program) {
        this.program = program;
        states.put(IMAGE, new State(null, new HashMap<>()));
    }

    /** The program runs {@code next}, which the patch made of what was current. */
    void became(long sequence, NextState next) {
        loaded(next);
        states.put(sequence, new State(current, changed(next)));
        current = sequence;
    }

    /** {@code next} describes what is current, too. */
    void isAlso(NextState next) {
        loaded(next);
        state(current).changed().putAll(changed(next));
    }

    /** New classes are there for good. */
    void loaded(NextState next) {
        next.newClasses().forEach(loaded::putIfAbsent);
    }

    private Map<String, RunningClass> changed(NextState next) {
        Map<String, RunningClass> changed = new HashMap<>();
        next.classes().forEach(name -> changed.put(name, program.runningClass(name)));
        return changed;
    }

    /**
     * The state after that patch is current again.
     *
     * @return the classes that run other code now; none if the patch is unknown
     */
    Set<String> rolledBack(long sequence) {
        if (!states.containsKey(sequence)) {
            return Set.of();
        }
        Set<String> different = new HashSet<>();
        Set<String> touched = touched(current);
        touched.addAll(touched(sequence));
        for (String name : touched) {
            RunningClass then = in(sequence, name);
            if (!then.equals(program.runningClass(name))) {
                program.runs(name, then);
                different.add(name);
            }
        }
        current = sequence;
        return different;
    }

    /** The classes that some patch up to that state has changed. */
    private Set<String> touched(long sequence) {
        Set<String> names = new HashSet<>();
        for (Long at = sequence; at != null; at = state(at).before()) {
            names.addAll(state(at).changed().keySet());
        }
        return names;
    }

    private RunningClass in(long sequence, String name) {
        for (Long at = sequence; at != null; at = state(at).before()) {
            RunningClass known = state(at).changed().get(name);
            if (known != null) {
                return known;
            }
        }
        RunningClass cameWithPatch = loaded.get(name);
        return cameWithPatch != null
                ? cameWithPatch
                : RunningClass.ofImage(program.runningClass(name).loaded(), program.loadedSwitchMaps());
    }

    private State state(long sequence) {
        State state = states.get(sequence);
        if (state == null) {
            throw new IllegalStateException("no patch " + sequence + " was applied");
        }
        return state;
    }
}
