package dev.subsecond.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Every case on every JDK of this machine: many in one JVM, one JVM for each JDK. */
class EditTableTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path folder;

    @TestFactory
    Stream<DynamicContainer> everyCaseOnEveryJdk() {
        List<EditCase> cases = Suite.cases();
        List<DynamicContainer> jdks = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            var results = Suite.run(
                    jdk.tool("java"), CaseDriver.class, List.of(Suite.CASES.toString(), folder.toString(), only()));
            int feature = Runtime.Version.parse(jdk.version()).feature();
            Stream<DynamicTest> tests = cases.stream()
                    .filter(c -> c.oldestJdk() <= feature)
                    .map(c -> DynamicTest.dynamicTest(c.id() + ": " + c.title(), () -> assertAsExpected(c, results)));
            jdks.add(DynamicContainer.dynamicContainer(jdk.toString(), tests));
        }
        return jdks.stream();
    }

    private static void assertAsExpected(EditCase edit, CompletableFuture<Map<String, String>> results) {
        assertThat(results.join()).as("cases that ran").containsKey(edit.id());
        assertThat(results.join().get(edit.id())).as(edit.id()).isEmpty();
    }

    private static String only() {
        return System.getProperty("edits.only", "");
    }
}
