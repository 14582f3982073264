package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/hot-functions.md} tells of its program. */
class GuideTest {

    private final Page guide = Page.of("docs/hot-functions.md");

    @TempDir
    Path folder;

    @Test
    void everyBlockOfJavaIsAFileOfTheProgram() {
        assertThat(guide.names()).allMatch(name -> name.startsWith("file src/app/"));
        assertThat(guide.text().split("```java", -1)).hasSize(guide.names().size() + 1);
    }

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void theProgramBehavesAsThePageSays(Jdk jdk) {
        guide.writeFiles(folder);
        try (Served program = Served.program(folder.resolve("src"), jdk).start()) {
            program.shows("start 1");
            program.shows("counted 1 times; counted 2 times; version 0");
            program.shows("scaled to 6 and scaled to 30");

            program.edit(Save.IN_PLACE, "Counter.java", "\"counted\"", "\"numbered\"");
            shows(program, "numbered [0-9]+ times; numbered [0-9]+ times; version 1");

            program.edit(Save.BY_RENAME, "Counter.java", "label() +", "\"now \" + label() +");
            shows(program, "now numbered [0-9]+ times; numbered [0-9]+ times; version 2");

            program.edit(Save.IN_PLACE, "Closures.java", "scaled to", "stretched to");
            program.shows("stretched to 6 and stretched to 30");

            program.edit(Save.IN_PLACE, "Main.java", "Handles.line(counter)", "Handles.line(counter) + \"!\"");
            shows(program, "now numbered .*!");
            assertThat(program.log().outputs()).doesNotContain("start 2");

            program.edit(Save.IN_PLACE, "Main.java", "pause(100)", "pause(50)");
            program.shows("start 2");
            shows(program, "now numbered [0-9]{2,} times.*!");
        }
    }

    private static void shows(Served program, String pattern) {
        program.log()
                .await(
                        program.lastSave(),
                        "output like " + pattern,
                        event -> event.is("output") && event.text("line").matches(pattern));
    }
}
