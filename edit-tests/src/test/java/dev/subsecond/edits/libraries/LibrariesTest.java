package dev.subsecond.edits.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.edits.Suite;
import dev.subsecond.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Each library on each JDK of this machine, one JVM for each JDK. */
class LibrariesTest {

    private static final Path LIBRARIES = Suite.CASES.resolveSibling("libraries");
    private static final Path TARGET = Suite.CASES.resolveSibling("target").resolve("libraries");
    private static final List<String> NAMES = List.of("commons-lang3", "gson", "jsoup");

    private static final Pattern COUNT = Pattern.compile("(?<stage>\\w+): (?<count>\\d+) (?<verdict>.+)");
    private static final Pattern RANGE =
            Pattern.compile("(?<stage>\\w+): (?<least>\\d+)\\.\\.(?<most>\\d+) (?<verdict>.+)");

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path folder;

    @TestFactory
    Stream<DynamicTest> theNextReleaseIsTakenByARunningProgram() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            List<String> arguments = new ArrayList<>(List.of(TARGET.toString(), folder.toString()));
            NAMES.forEach(name -> arguments.add(LIBRARIES.resolve(name).toString()));
            var reports = Suite.run(jdk.tool("java"), LibraryDriver.class, arguments);
            for (String name : NAMES) {
                tests.add(DynamicTest.dynamicTest(name + " on " + jdk, () -> assertAsExpected(name, jdk, reports)));
            }
        }
        return tests.stream();
    }

    private static void assertAsExpected(String name, Jdk jdk, CompletableFuture<Map<String, String>> reports)
            throws IOException {
        assertThat(reports.join()).as("libraries that ran").containsKey(name);
        String report = reports.join().getOrDefault(name, "");
        Path written = Files.writeString(TARGET.resolve(name + "-" + jdk.version() + ".txt"), report);
        List<String> expected = expected(name);
        List<String> seen = report.lines()
                .filter(line -> !line.startsWith(LibraryRun.DETAIL))
                .toList();
        List<String> fitting = new ArrayList<>(seen);
        fitting.replaceAll(
                line -> expected.stream().filter(e -> fits(e, line)).findFirst().orElse(line));
        assertThat(fitting)
                .as("what became of %s; all verdicts are in %s", name, written)
                .containsExactlyElementsOf(expected);
    }

    /** {@code after: 90..93 live} stands for what the JDKs' compilers make of the same sources. */
    private static boolean fits(String expected, String seen) {
        Matcher range = RANGE.matcher(expected);
        Matcher count = COUNT.matcher(seen);
        return range.matches()
                && count.matches()
                && range.group("stage").equals(count.group("stage"))
                && range.group("verdict").equals(count.group("verdict"))
                && Integer.parseInt(count.group("count")) >= Integer.parseInt(range.group("least"))
                && Integer.parseInt(count.group("count")) <= Integer.parseInt(range.group("most"));
    }

    /** Lines that begin with a hash say why. */
    private static List<String> expected(String name) throws IOException {
        try (Stream<String> lines = Files.lines(LIBRARIES.resolve(name).resolve("expected.txt"))) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }
}
