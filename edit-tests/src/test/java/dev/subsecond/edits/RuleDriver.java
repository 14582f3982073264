package dev.subsecond.edits;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Runs cases in this JVM, each without the one rule that it is the witness of. */
public final class RuleDriver {

    private RuleDriver() {}

    /**
     * Writes a line for each rule: its name, how many milliseconds it took, and the differences in Base64.
     *
     * @param args the folder of the cases, an empty folder for what programs write, and {@code RULE=row/case} for each rule
     */
    public static void main(String[] args) throws IOException {
        PrintStream results = System.out;
        System.setOut(System.err); // What programs print is theirs.
        try (MemoryCompiler compiler = new MemoryCompiler()) {
            for (String pair : List.of(args).subList(2, args.length)) {
                String[] ruleAndCase = pair.split("=", 2);
                EditCase witness = CaseReader.read(Path.of(args[0], ruleAndCase[1]));
                SuiteRules others = SuiteRules.without(ruleAndCase[0]);
                results.println(CaseDriver.line(ruleAndCase[0], witness, Path.of(args[1]), compiler, others));
            }
        }
    }
}
