package dev.subsecond.edits.libraries;

import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.edits.EditedProgram;
import dev.subsecond.edits.SuiteRules;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import dev.subsecond.thinlink.model.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes one program through two releases of a library and back and forth, and writes down what is to be known of it. */
final class LibraryRun {

    /** Begins a line that is there to be looked up, not to be compared. */
    static final String DETAIL = "! ";

    private final List<String> report = new ArrayList<>();
    private final Releases releases;
    private final Set<String> inert = new HashSet<>();

    LibraryRun(Releases releases) {
        this.releases = releases;
    }

    /** Runs; {@code folder} is empty. */
    List<String> run(Path folder) throws IOException, PatchException, ReflectiveOperationException {
        try (LibrarySources sources = new LibrarySources()) {
            sources.save(releases.before());
            Map<String, byte[]> before = sources.classes();
            List<String> shownBefore = fresh(folder.resolve("before"), before);
            try (EditedProgram program = new EditedProgram(folder.resolve("program"), before, SuiteRules.ALL)) {
                compare("at first", shownBefore, program.show());
                Compilation.Good save = sources.save(releases.after());
                Map<String, byte[]> after = sources.classes();
                List<String> shownAfter = fresh(folder.resolve("after"), after);
                Changes there = new Changes(save.classes(), save.deleted());
                stage("after", program, there, MemberDiff.of(before, after), shownAfter);
                stage("undone", program, back(there, before), MemberDiff.of(after, before), shownBefore);
                stage("redone", program, there, MemberDiff.of(before, after), shownAfter);
            }
        }
        return report;
    }

    /** What a compiler makes of the same files when they are as before. */
    private static Changes back(Changes there, Map<String, byte[]> before) {
        Set<String> units = new HashSet<>();
        there.compiled().keySet().forEach(name -> units.add(unit(name)));
        there.deleted().forEach(name -> units.add(unit(name)));
        Map<String, byte[]> compiled = new TreeMap<>(before);
        compiled.keySet().removeIf(name -> !units.contains(unit(name)));
        Set<String> deleted = new HashSet<>(there.compiled().keySet());
        deleted.removeAll(before.keySet());
        return new Changes(compiled, deleted);
    }

    private static String unit(String className) {
        int dollar = className.indexOf('$', className.lastIndexOf('.') + 2);
        return dollar < 0 ? className : className.substring(0, dollar);
    }

    private void stage(String name, EditedProgram program, Changes save, Set<String> changed, List<String> fresh)
            throws IOException, PatchException, ReflectiveOperationException {
        LinkResult result = program.save(save);
        report.add(DETAIL + name + " " + result.timings());
        Map<String, Integer> counts = new TreeMap<>();
        for (MemberVerdict v : result.members()) {
            counts.merge((v.verdict().wireName() + " " + v.token()).trim(), 1, Integer::sum);
            report.add(DETAIL + "" + name + " " + v);
        }
        counts.forEach((verdict, count) -> report.add(name + ": " + count + " " + verdict));
        Set<String> silent = new HashSet<>(changed);
        result.members().forEach(v -> {
            silent.remove(v.member());
            silent.remove(Names.readableClass(Names.internal(v.owner()))
                    + " static initialiser"); // of which the members say what became of it
        });
        // What was not taken, and a class that went while its code stayed, is what runs.
        silent.removeIf(member -> inert.stream().anyMatch(i -> member.equals(i) || member.startsWith(i + ".")));
        inert.clear();
        result.members().stream().filter(v -> v.verdict() != Verdict.LIVE).forEach(v -> inert.add(v.member()));
        silent.stream().sorted().forEach(member -> report.add(name + ": no verdict for " + member));
        compare(name, fresh, program.show());
    }

    /** What a program shows that was not prepared and is never edited. */
    private static List<String> fresh(Path folder, Map<String, byte[]> classes)
            throws IOException, ReflectiveOperationException {
        try (EditedProgram program = new EditedProgram(folder, classes, SuiteRules.ALL)) {
            return program.show();
        }
    }

    private void compare(String stage, List<String> fresh, List<String> shown) {
        Map<String, String> expected = byCall(fresh.get(0));
        for (int i = 0; i < shown.size(); i++) {
            Map<String, String> seen = byCall(shown.get(i));
            Set<String> calls = new TreeSet<>(seen.keySet());
            calls.addAll(expected.keySet());
            // Reflection sees the methods of the start.
            calls.removeIf(c -> c.startsWith("~") && !(seen.containsKey(c) && expected.containsKey(c)));
            for (String call : calls) {
                if (!expected.getOrDefault(call, "").equals(seen.get(call))) {
                    report.add(stage + ": object " + (i + 1) + " shows otherwise: " + call);
                    report.add(DETAIL + "seen " + seen.get(call));
                    report.add(DETAIL + "instead of " + expected.get(call));
                }
            }
        }
    }

    private static Map<String, String> byCall(String shown) {
        return shown.lines()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(w -> w[0], w -> w[1], (a, b) -> a + b, TreeMap::new));
    }
}
