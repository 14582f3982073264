package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.reach.RunningCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What would run if everything that was saved went live, except for bodies that are known to stay. */
final class NewestCode implements RunningCode {

    private final Program program;
    private final SwitchMaps switchMaps;
    private final Map<String, RunningClass> classes = new HashMap<>();
    private final Set<String> patched;

    /** @param kept the bodies that stay although the newest sources have others */
    NewestCode(Program program, SwitchMaps switchMaps, Collection<RunningMethod> kept) {
        this.program = program;
        this.switchMaps = switchMaps;
        this.patched = new HashSet<>(program.patched());
        patched.addAll(program.compiledNames());
        for (RunningMethod m : kept) {
            String owner = m.source().name();
            Map<Key, RunningMethod> methods = new HashMap<>(running(owner).methods());
            methods.put(Key.of(m.node()), m);
            classes.put(owner, new RunningClass(running(owner).loaded(), methods, Map.of(), Set.of()));
        }
    }

    @Override
    public Set<String> patched() {
        return patched;
    }

    @Override
    public RunningClass running(String internalName) {
        return classes.computeIfAbsent(internalName, this::newest);
    }

    private RunningClass newest(String internalName) {
        ClassFile newest = program.newest(internalName).orElseThrow();
        return RunningClass.ofImage(newest, switchMaps);
    }

    @Override
    public @Nullable RunningClass image(String internalName) {
        return program.isOfImage(internalName) ? program.started(internalName) : null;
    }

    @Override
    public Optional<ClassFile> library(String internalName) {
        return program.library(internalName);
    }
}
