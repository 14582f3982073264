package dev.subsecond.edits;

import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sample of the cases as a user sees them: {@code subsecond serve}, files saved, lines printed. The JDKs of this machine take
 * turns.
 */
class CommandLineTest {

    private static final String SHOWING = """
            package app;

            class Showing {
                static void run() throws InterruptedException {
                    String shown = "";
                    while (true) {
                        String now = new Main().show();
                        if (!now.equals(shown)) { System.out.println(now); }
                        shown = now;
                        Thread.sleep(10);
                    }
                }
            }
            """;
    private static final String MAIN = "app/Main.java";
    private static final String START =
            "public static void main(String[] args) throws InterruptedException { Showing.run(); }";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theSampleIsServed() {
        List<Jdk> jdks = Jdk.all();
        List<DynamicTest> tests = new ArrayList<>();
        for (EditCase c : CaseReader.all(Suite.CASES)) {
            if (c.isSample()) {
                Jdk jdk = jdks.get(tests.size() % jdks.size());
                tests.add(DynamicTest.dynamicTest(c.id() + " on " + jdk, () -> serve(c, jdk)));
            }
        }
        return tests.stream();
    }

    private void serve(EditCase edit, Jdk jdk) throws IOException {
        Map<String, String> sources = edit.stage(Stage.BEFORE).sources();
        try (Served program = Served.program(written(edit, sources), jdk).start()) {
            program.log().await(0, shown(edit, Stage.BEFORE), e -> e.isOutput(newest(edit.stage(Stage.BEFORE))));
            for (Stage stage : edit.stages().subList(1, edit.stages().size())) {
                int saved = program.log().size();
                for (Map.Entry<String, String> file : stage.sources().entrySet()) {
                    if (!file.getValue().equals(sources.get(file.getKey()))) {
                        program.write(
                                fileName(file.getKey()), runnable(file.getKey(), file.getValue()), Save.BY_RENAME);
                    }
                }
                program.log().await(saved, shown(edit, stage.name()), e -> e.isOutput(newest(stage)));
                sources = stage.sources();
            }
        }
    }

    private Path written(EditCase edit, Map<String, String> sources) throws IOException {
        Path program = folder.resolve(edit.id());
        Files.createDirectories(program.resolve("app"));
        for (Map.Entry<String, String> file : sources.entrySet()) {
            Files.writeString(program.resolve(file.getKey()), runnable(file.getKey(), file.getValue()));
        }
        Files.writeString(program.resolve("app/Showing.java"), SHOWING);
        return program;
    }

    /** Cases have no {@code main}; it goes into the line that begins their main class, so that no line moves. */
    private static String runnable(String path, String source) {
        return path.equals(MAIN)
                ? source.replaceFirst("(?m)^((?:public )?class Main\\b[^{]*\\{)", "$1 " + START)
                : source;
    }

    private static String fileName(String path) {
        return path.substring("app/".length());
    }

    private static String shown(EditCase edit, String stage) {
        return "what " + edit.id() + " shows " + stage;
    }

    private static String newest(Stage stage) {
        return stage.shown().get(stage.shown().size() - 1);
    }
}
