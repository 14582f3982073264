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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Every case once more in a program that was not prepared, where {@code Main} is made and shown by hot methods. */
class UnpreparedTableTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path folder;

    @TestFactory
    Stream<DynamicContainer> everyCaseOnEveryJdk() {
        List<DynamicContainer> jdks = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            String only = System.getProperty("edits.only", "");
            var results = Suite.run(
                    jdk.tool("java"), UnpreparedDriver.class, List.of(Suite.CASES.toString(), folder.toString(), only));
            int feature = Runtime.Version.parse(jdk.version()).feature();
            Stream<DynamicTest> tests = Suite.cases().stream()
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

    @Test
    void everyListedCaseExists() {
        assertThat(CaseReader.all(Suite.CASES).stream().map(EditCase::id))
                .containsAll(UnpreparedCases.read(Suite.CASES).ids());
    }

    /** The worst would be to show something else than a prepared program does and to say nothing of it. */
    @Test
    void whatShowsSomethingElseSaysWhy() {
        UnpreparedCases unprepared = UnpreparedCases.read(Suite.CASES);
        for (EditCase prepared : CaseReader.all(Suite.CASES)) {
            boolean isSaid = false;
            for (Stage stage : unprepared.of(prepared).stages()) {
                isSaid |= !stage.verdicts().isEmpty() || !stage.notes().isEmpty();
                if (!stage.shown().equals(prepared.stage(stage.name()).shown())) {
                    assertThat(isSaid)
                            .as("a verdict or note by stage %s of %s", stage.name(), prepared.id())
                            .isTrue();
                }
            }
        }
    }
}
