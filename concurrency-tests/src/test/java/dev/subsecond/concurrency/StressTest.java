package dev.subsecond.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Point 5 of the runtime's promises: runs all jcstress tests of this module, on the JDK that builds it and with {@code -Dconcurrency.full} on the others of
 * this machine too. Every test that is not called broken must have seen no forbidden outcome, and every outcome that is
 * declared interesting, or its threads have not met. Every broken one must have been seen doing what is forbidden.
 */
class StressTest {

    private static final String BROKEN = ".Broken";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> promisesHoldAndBrokenVariantsAreForbidden() throws Exception {
        List<Path> homes = Boolean.getBoolean("concurrency.full") ? Jdks.all() : List.of(Jdks.own());
        Stream<DynamicTest> tests = Stream.empty();
        for (Path home : homes) {
            tests = Stream.concat(tests, testsOn(home));
        }
        return tests;
    }

    private Stream<DynamicTest> testsOn(Path home) throws Exception {
        Collection<TestResult> results = Harness.run(home, folder.resolve(home.getFileName()));
        DynamicTest complete = DynamicTest.dynamicTest(
                home.getFileName() + ": every test of the module ran", () -> assertThatAllRan(results));
        return Stream.concat(
                Stream.of(complete),
                results.stream()
                        .map(result -> DynamicTest.dynamicTest(
                                home.getFileName() + ": " + result.getName(), () -> check(result))));
    }

    private static void assertThatAllRan(Collection<TestResult> results) {
        assertThat(results).extracting(TestResult::getName).containsExactlyInAnyOrderElementsOf(TestList.tests());
        assertThat(new TreeSet<>(hazards(true)))
                .as("each hazard has a broken variant")
                .isEqualTo(new TreeSet<>(hazards(false)));
    }

    /** The classes that have tests that are, or are not, broken. */
    private static List<String> hazards(boolean broken) {
        return TestList.tests().stream()
                .filter(name -> name.contains(BROKEN) == broken)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .toList();
    }

    private static void check(TestResult result) throws IOException {
        String report = Harness.report(result);
        Collection<GradingResult> outcomes = result.grading().gradingResults.values();
        boolean forbidden =
                outcomes.stream().anyMatch(outcome -> outcome.expect == Expect.FORBIDDEN && outcome.count > 0);
        assertThat(Harness.isError(result)).as(report).isFalse();
        if (result.getName().contains(BROKEN)) {
            assertThat(forbidden).as("caught: " + report).isTrue();
        } else {
            assertThat(forbidden).as("no forbidden outcome: " + report).isFalse();
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.expect == Expect.ACCEPTABLE_INTERESTING)
                    .as("the threads met: " + report)
                    .isNotEmpty()
                    .allMatch(outcome -> outcome.count > 0);
        }
    }
}
