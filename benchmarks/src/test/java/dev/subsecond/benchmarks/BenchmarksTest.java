package dev.subsecond.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every benchmark runs, for a moment, and its results become a table. What they say is not looked at. */
class BenchmarksTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 25);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"CallCost, true, 12", "OffCost, false, 4", "ScopeEntry, true, 2", "ScopeCalls, true, 2"})
    void everyBenchmarkRunsAndIsComparedWithItsBaseline(String name, boolean on, int benchmarks) throws Exception {
        Path results = folder.resolve(name + ".json");
        ChildJvm.run(
                List.of("-Djmh.ignoreLock=true", on ? "-Dsubsecond.enabled=true" : "-Dany=thing"),
                "org.openjdk.jmh.Main",
                ("\\." + name
                                + "\\. -f 0 -wi 0 -i 1 -r 10ms -foe true -prof dev.subsecond.benchmarks.CpuTime -rf json -rff "
                                + results)
                        .split(" "));

        String table = Report.table(Files.readString(results), DATE);
        List<String> rows =
                table.lines().filter(line -> line.startsWith("| " + name)).toList();
        assertThat(rows).as(table).hasSize(benchmarks).allMatch(row -> row.matches(".*\\| \\d+\\.\\d\\d \\|"));
        assertThat(rows)
                .filteredOn(row -> row.contains(".direct "))
                .singleElement()
                .asString()
                .endsWith("| 1.00 |");
        assertThat(table).startsWith("2026-11-25, JDK " + System.getProperty("java.version"));
        assertThat(table).contains("processor time");
    }

    @Test
    void aTableIsNotMadeWithoutTheBaseline() {
        String json = """
                [{"benchmark": "a.CallCost.stub", "primaryMetric": {"score": 1.0, "scoreError": "NaN"}}]
                """;
        assertThatThrownBy(() -> Report.table(json, DATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.CallCost.direct is not among the results: run the whole class");
    }

    @Test
    void startUpIsMeasuredInAllThreeWays() throws Exception {
        List<String> table = ChildJvm.run(List.of(), "dev.subsecond.benchmarks.start.StartUp", "1");
        assertThat(table)
                .hasSize(5)
                .anyMatch(row -> row.matches("\\| no runtime \\| .* \\| 1\\.00 \\|"))
                .anyMatch(row -> row.matches("\\| runtime on the class path \\| .* \\| \\d+\\.\\d\\d \\|"))
                .anyMatch(row -> row.matches("\\| stubs, off \\| .* \\| \\d+\\.\\d\\d \\|"));
    }

    @Test
    void everyEditIsLinkedInProgramsOfSeveralSizes() throws Exception {
        List<String> table = ChildJvm.run(List.of(), "dev.subsecond.benchmarks.scale.Scale", "2", "40", "80");
        assertThat(table).hasSize(2 + 2 * 2 * 4);
        assertThat(table)
                .filteredOn(row -> row.contains("| 40 |"))
                .hasSize(8)
                .allMatch(row -> row.endsWith("| 1.00 |"));
        assertThat(table)
                .filteredOn(row -> row.matches(".*\\| 80 \\| .* \\| \\d+\\.\\d\\d \\|"))
                .hasSize(8);
    }
}
