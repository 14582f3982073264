package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code serve --verbose} says of a save in {@code docs/debugging.md}. */
class ExplainedSavesTest {

    private final Page page = Page.of("docs/debugging.md");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void eachMemberOfASaveIsExplained(Jdk jdk) {
        page.writeFiles(folder);
        try (Served program =
                Served.program(folder.resolve("src"), jdk).forPeople().start()) {
            program.write("Counter.java", page.block("second save of Counter.java"), Save.IN_PLACE);
            List<String> expected = page.block("explained").lines().toList();
            Event first = program.log()
                    .await(program.lastSave(), "the patch", e -> e.text("line").startsWith("subsecond: live in "));
            program.log()
                    .await(first.index(), "its times", e -> e.text("line").startsWith("  watch "));

            assertThat(program.log().since(first.index()).stream()
                            .map(e -> e.text("line").replaceFirst("live in [0-9]+ ms", "live in … ms"))
                            .filter(line -> line.startsWith("subsecond: live in ") || line.startsWith("  live "))
                            .toList())
                    .isEqualTo(expected);
            program.endInput();
        }
    }
}
