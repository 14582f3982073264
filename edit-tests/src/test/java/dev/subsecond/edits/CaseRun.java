package dev.subsecond.edits;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Drives one case through all its stages and writes down where it differs from what is expected. */
final class CaseRun {

    private final EditCase edit;
    private final MemoryCompiler compiler;
    private final List<String> differences = new ArrayList<>();

    private CaseRun(EditCase edit, MemoryCompiler compiler) {
        this.edit = edit;
        this.compiler = compiler;
    }

    /**
     * Runs a case.
     *
     * @param folder an empty folder for the program
     * @return the differences; empty if all is as expected
     */
    static List<String> of(EditCase edit, Path folder, MemoryCompiler compiler, SuiteRules rules) {
        CaseRun run = new CaseRun(edit, compiler);
        try {
            run.run(folder, rules);
        } catch (InvocationTargetException e) {
            run.differences.add("the program failed: " + trace(e.getCause() == null ? e : e.getCause()));
        } catch (PatchException e) {
            run.differences.add("the program refused the patch: " + e.reason() + " " + trace(e));
        } catch (Exception | LinkageError e) { // whatever the program or a linker without a rule throws
            run.differences.add("failed: " + trace(e));
        }
        return run.differences;
    }

    private void run(Path folder, SuiteRules rules) throws PatchException, IOException, ReflectiveOperationException {
        Stage before = edit.stages().get(0);
        try (EditedProgram program = new EditedProgram(folder, compiled(before, rules), rules)) {
            compareShown(before, program.show());
            for (Stage stage : edit.stages().subList(1, edit.stages().size())) {
                compareVerdicts(stage, program.save(compiled(stage, rules)));
                compareShown(stage, program.show());
                if (stage.name().equals(Stage.UNDONE)) {
                    expect(stage, "functions with another pointer than at first", List.of(), program.movedPointers());
                }
            }
        }
    }

    private Map<String, byte[]> compiled(Stage stage, SuiteRules rules) {
        return compiler.compile(rules.sources(stage.sources()));
    }

    private void compareShown(Stage stage, List<String> seen) {
        if (!stage.isShown(seen)) {
            expect(stage, "shown", stage.shown(), seen);
        }
    }

    private void compareVerdicts(Stage stage, LinkResult result) {
        Map<String, String> seen = new TreeMap<>();
        for (MemberVerdict v : result.members()) {
            if (v.verdict() != Verdict.LIVE && v.verdict() != Verdict.UNCHANGED) {
                seen.put(v.member(), v.verdict().wireName() + " " + v.token());
            }
        }
        if (!seen.equals(stage.verdicts())) {
            expect(stage, "verdicts", new TreeMap<>(stage.verdicts()), seen + " of " + result.members());
        }
        stage.notes().forEach((member, words) -> {
            boolean noted = result.members().stream()
                    .filter(v -> v.member().equals(member))
                    .anyMatch(v -> (v.reason() + v.notes()).contains(words));
            if (!noted) {
                expect(stage, "note of " + member, words, result.members());
            }
        });
    }

    private void expect(Stage stage, String what, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            differences.add(stage.name() + ": " + what + "\n  expected: " + expected + "\n  seen:     " + seen);
        }
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
