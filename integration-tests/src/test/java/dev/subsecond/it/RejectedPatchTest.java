package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of the linker reaches the program as code that the JVM does not accept. */
class RejectedPatchTest {

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void leavesTheProgramAsItWasAndTheNextGoodSaveGoesLive(Jdk jdk) {
        try (Served program = Served.program("minimal", jdk)
                .commandLine(CorruptingCommand.class)
                .start()) {
            program.edit(Save.IN_PLACE, "Main.java", "\"one\"", "\"two\"");
            program.shows("two");

            program.save(Save.IN_PLACE, "Main.java", "\"two\"", "\"CORRUPT\"");
            Event rejected = program.hears("rejected", "patched", "refused");
            assertThat(rejected).matches(event -> event.is("rejected"));
            assertThat(rejected.text("reason")).isEqualTo("VERIFY_FAILED");
            assertThat(rejected.text("message")).contains("app.Main$$Hot");

            program.edit(Save.BY_RENAME, "Main.java", "\"CORRUPT\"", "\"three\"");
            program.shows("three");
            program.edit(Save.IN_PLACE, "Main.java", "\"three\"", "\"four\"");
            program.shows("four");
            program.undo("Main.java", Save.IN_PLACE);
            program.shows("one");
            assertThat(program.log().since(0)).noneMatch(event -> event.isOutput("CORRUPT"));
        }
    }
}
