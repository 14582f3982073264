package dev.subsecond.devserver.compile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Compiles a history edit by edit, and compares its state with a clean build after each. */
final class Follower {

    private final IncrementalCompiler compiler;
    private Program program = Program.empty();

    Follower(IncrementalCompiler compiler) {
        this.compiler = compiler;
    }

    /** Compiles what changed; returns what is not as in a clean build. */
    Optional<String> follow(RandomHistory.Step step) {
        Compilation now = compiler.compile(program, edit(step.texts()));
        Compilation whole = step.cleanBuild();
        if (now instanceof Compilation.Bad bad) {
            return whole instanceof Compilation.Bad
                    ? Optional.empty()
                    : Optional.of("Only the incremental build fails: " + bad.errors());
        }
        program = ((Compilation.Good) now).program();
        if (whole instanceof Compilation.Bad bad) {
            return Optional.of("Only a clean build fails: " + bad.errors());
        }
        return compare(((Compilation.Good) whole).program().classFiles(), program.classFiles());
    }

    private Edit edit(Map<Path, String> texts) {
        Map<Path, String> changed = new HashMap<>(texts);
        Set<Path> gone = new HashSet<>(program.files());
        gone.removeAll(changed.keySet());
        changed.entrySet().removeIf(file -> Optional.of(file.getValue()).equals(program.textOf(file.getKey())));
        return new Edit(changed, gone);
    }

    private static Optional<String> compare(SortedMap<String, byte[]> expected, SortedMap<String, byte[]> seen) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(seen.keySet());
        names.removeIf(name -> Arrays.equals(expected.get(name), seen.get(name)));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Not as in a clean build: " + names + "; expected " + expected.keySet() + ", seen "
                        + seen.keySet());
    }
}
