package dev.subsecond.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;

/** Runs jcstress in a JVM of its own and reads what it found. */
final class Harness {

    private static final String MAIN = "org.openjdk.jcstress.Main";
    private static final long LIMIT_MINUTES = 20;

    /**
     * One short run of each test. Splitting by compiler, binding threads to processors and touching the heap beforehand
     * cost more than they find here: the samples are slow, and their threads wait for each other.
     */
    private static final List<String> OPTIONS = List.of(
            "-m",
            "quick",
            "-iters",
            "1",
            "-time",
            "400",
            "-f",
            "1",
            "-sc",
            "false",
            "-af",
            "NONE",
            "-pth",
            "false",
            "-strideSize",
            "32",
            "-strideCount",
            "8",
            "-jvmArgs",
            "-Xmx256m");

    private Harness() {}

    /** Runs every test; the results, one a test. */
    static List<TestResult> run(Path javaHome, Path folder) throws Exception {
        Files.createDirectories(folder);
        Path log = folder.resolve("jcstress.log");
        Process process = new ProcessBuilder(command(javaHome))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as("jcstress ended")
                    .isTrue();
            return read(resultFile(folder, log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> command(Path javaHome) {
        List<String> java =
                List.of(javaHome.resolve("bin/java").toString(), "-cp", System.getProperty("java.class.path"), MAIN);
        return Stream.concat(java.stream(), OPTIONS.stream()).toList();
    }

    private static Path resultFile(Path folder, Path log) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bin.gz"))
                    .findAny()
                    .orElseThrow(() -> new AssertionError("jcstress left no results: " + text(log)));
        }
    }

    private static List<TestResult> read(Path file) throws Exception {
        InProcessCollector collected = new InProcessCollector();
        DiskReadCollector reader = new DiskReadCollector(file.toString(), collected);
        reader.dump();
        reader.close();
        return ReportUtils.mergedByName(collected.getTestResults());
    }

    /** Whether the test could not be carried out. */
    static boolean isError(TestResult result) {
        return result.status() != Status.NORMAL;
    }

    /** What was expected and what was seen. */
    static String report(TestResult result) {
        StringWriter report = new StringWriter();
        ReportUtils.printResult(new PrintWriter(report, true), result, false);
        return report.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
