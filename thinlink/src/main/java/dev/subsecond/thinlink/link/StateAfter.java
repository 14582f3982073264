package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.reach.RunningCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the program will run once the changes of a {@link NextState} are committed. */
final class StateAfter implements RunningCode {

    private final Program program;
    private final Map<String, RunningClass> changed = new HashMap<>();
    private final Set<String> patched;

    StateAfter(Program program, NextState next) {
        this.program = program;
        patched = new HashSet<>(program.patched());
        for (String name : next.patched()) {
            patched.add(name);
            changed.put(name, next.after(program, name));
        }
        // Objects of a class that came with a patch and is gone from the sources may live on; no code that is new meets
        // them.
        patched.removeIf(
                name -> !program.isOfImage(name) && !program.compiledNames().contains(name));
    }

    @Override
    public Set<String> patched() {
        return patched;
    }

    @Override
    public RunningClass running(String internalName) {
        RunningClass now = changed.get(internalName);
        return now == null ? program.runningClass(internalName) : now;
    }

    @Override
    public @Nullable RunningClass image(String internalName) {
        return program.isOfImage(internalName) ? program.started(internalName) : null;
    }

    @Override
    public Optional<ClassFile> library(String internalName) {
        return program.library(internalName);
    }

    /** Whether a class of the program runs then. */
    boolean hasRunning(String internalName) {
        return changed.containsKey(internalName) || program.hasRunning(internalName);
    }
}
