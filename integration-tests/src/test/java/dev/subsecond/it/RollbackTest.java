package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code rollback N} on the real command line, and saves after it. */
class RollbackTest {

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void anEarlierGenerationRunsAgainUntilTheNextSave(Jdk jdk) {
        try (Served program = Served.program("minimal", jdk).start()) {
            program.edit(Save.IN_PLACE, "Main.java", "\"one\"", "\"two\"");
            program.shows("two");
            program.edit(Save.IN_PLACE, "Main.java", "\"two\"", "\"three\"");
            program.shows("three");

            back(program, 1, "two");
            back(program, 0, "one");

            program.edit(Save.BY_RENAME, "Main.java", "\"three\"", "\"four\"");
            program.shows("four");
            int before = program.log().size();
            program.command("rollback 99");
            assertThat(program.log()
                            .await(before, "the answer", event -> event.is("warning"))
                            .text("message"))
                    .contains("generation 99")
                    .contains("0 to 5");
            program.undo("Main.java", Save.IN_PLACE);
            program.shows("one");
        }
    }

    /** Goes back, after which the program shows the line again. */
    private static void back(Served program, long generation, String line) {
        int before = program.log().size();
        program.command("rollback " + generation);
        Event answer =
                program.log().await(before, "the rollback", event -> event.is("rolled-back") || event.is("warning"));
        assertThat(answer).matches(event -> event.is("rolled-back"));
        assertThat(answer.number("generation")).isEqualTo(generation);
        // The program may show it before the server hears of it.
        program.log().await(before, "output '" + line + "'", event -> event.isOutput(line));
    }
}
