package dev.subsecond.edits;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs many cases in this JVM, on the Java that it is. Writes a line for each: its id, how many milliseconds it took, and
 * the differences in Base64.
 */
public final class CaseDriver {

    private CaseDriver() {}

    /**
     * Runs all cases of this Java.
     *
     * @param args the folder of the cases, an empty folder for what programs write, and prefixes of the cases' ids if not
     *     all are meant
     */
    public static void main(String[] args) throws IOException {
        PrintStream results = System.out;
        System.setOut(System.err); // What programs print is theirs.
        List<String> prefixes = List.of(args).subList(2, args.length);
        try (MemoryCompiler compiler = new MemoryCompiler()) {
            for (EditCase edit : CaseReader.all(Path.of(args[0]))) {
                boolean isMeant = prefixes.isEmpty() || prefixes.stream().anyMatch(edit.id()::startsWith);
                if (isMeant && edit.oldestJdk() <= Runtime.version().feature()) {
                    results.println(line(edit.id(), edit, Path.of(args[1]), compiler, SuiteRules.ALL));
                }
            }
        }
    }

    /** Runs a case by {@code rules} and says so in a line that begins with {@code name}. */
    static String line(String name, EditCase edit, Path folder, MemoryCompiler compiler, SuiteRules rules)
            throws IOException {
        long start = System.nanoTime();
        List<String> differences = inFolder(folder, own -> CaseRun.of(edit, own, compiler, rules));
        compiler.forget();
        long millis = (System.nanoTime() - start) / 1_000_000;
        byte[] text = String.join("\n", differences).getBytes(StandardCharsets.UTF_8);
        return name + " " + millis + " " + Base64.getEncoder().encodeToString(text);
    }

    /** Runs with a folder that is gone afterwards. */
    private static List<String> inFolder(Path parent, Function<Path, List<String>> run) throws IOException {
        Path own = Files.createTempDirectory(parent, "case");
        try {
            return run.apply(own);
        } finally {
            try (Stream<Path> files = Files.walk(own)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
