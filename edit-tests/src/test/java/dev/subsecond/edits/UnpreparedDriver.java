package dev.subsecond.edits;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Runs the cases in this JVM as programs that were not prepared. */
public final class UnpreparedDriver {

    private UnpreparedDriver() {}

    /**
     * Writes a line for each case as {@link CaseDriver} does.
     *
     * @param args the folder of the cases, an empty folder for what programs write, and a prefix of the cases' ids
     */
    public static void main(String[] args) throws IOException {
        PrintStream results = System.out;
        System.setOut(System.err); // What programs print is theirs.
        UnpreparedCases expected = UnpreparedCases.read(Path.of(args[0]));
        List<EditCase> cases = CaseReader.all(Path.of(args[0]));
        try (MemoryCompiler compiler = new MemoryCompiler()) {
            for (EditCase edit : cases) {
                boolean compiles = edit.oldestJdk() <= Runtime.version().feature();
                if (edit.id().startsWith(args[2]) && compiles) {
                    EditCase own = expected.of(edit);
                    results.println(CaseDriver.line(edit.id(), own, Path.of(args[1]), compiler, SuiteRules.UNPREPARED));
                }
            }
        }
    }
}
