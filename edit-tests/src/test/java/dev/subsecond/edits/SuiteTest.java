package dev.subsecond.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The suite is what it claims to be. */
class SuiteTest {

    private final List<EditCase> cases = CaseReader.all(Suite.CASES);

    @Test
    void thereAreAtLeast250Cases() {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(250);
    }

    @Test
    void threeQuartersOfThemAreLive() {
        long live = cases.stream().filter(EditCase::isLive).count();
        assertThat(live).as("live of %s", cases.size()).isGreaterThanOrEqualTo(cases.size() * 3L / 4);
    }

    @Test
    void everyRowOfTheTableHasACaseAndEveryFolderIsARow() {
        assertThat(cases.stream().map(EditCase::row).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Row.all(Suite.CASES).stream().map(Row::folder).toList());
    }

    @Test
    void noTwoCasesTryTheSameEdit() {
        Map<String, String> seen = new HashMap<>();
        for (EditCase c : cases) {
            String twin = seen.put(EditDiff.of(c.stage(Stage.BEFORE), c.stage(Stage.AFTER)), c.id());
            assertThat(twin).as("the case with the same edit as %s", c.id()).isNull();
        }
    }

    @Test
    void whatIsNotLiveSaysWhyInTheWordsOfItsRow() {
        Map<String, String> promises =
                Row.all(Suite.CASES).stream().collect(Collectors.toMap(Row::folder, Row::promise));
        for (EditCase c : cases) {
            if (c.isLive()) {
                assertThat(c.reason()).as("reason of %s, which is live", c.id()).isEmpty();
            } else {
                assertThat(c.reason()).as("reason of %s", c.id()).isNotEmpty();
                assertThat(promises.get(c.row())).as("promise to %s", c.id()).contains(c.reason());
            }
        }
    }

    @Test
    void everyLiveEditShowsSomethingElse() {
        for (EditCase c : cases) {
            if (c.isLive()) {
                assertThat(c.stage(Stage.AFTER).shown())
                        .as("shown by %s after the edit", c.id())
                        .isNotEqualTo(c.stage(Stage.BEFORE).shown());
            }
        }
    }

    @Test
    void aSampleOfMostRowsGoesThroughTheCommandLine() {
        List<EditCase> sample = cases.stream().filter(EditCase::isSample).toList();
        assertThat(sample).hasSizeGreaterThanOrEqualTo(12);
        assertThat(sample.stream().map(EditCase::row).distinct().count()).isGreaterThanOrEqualTo(10);
    }
}
