package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Point 1 of the runtime's promises: the stubs and handles of {@code @Hot} methods in a program that is patched. */
class HotFunctionsTest {

    private static final String TICK = "app.Game.tick(String)";

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void stubsAndHandlesFollowThePatches(Jdk jdk) {
        try (Served program = Served.program("hot", jdk).start()) {
            program.shows("name " + TICK);
            program.shows("unknown IllegalArgumentException");
            program.shows(line("tick", "tick", 4, 0, 0, "of the image"));
            assertThat(program.hears("connected").number("functions")).isEqualTo(2);

            Event first = program.edit(Save.IN_PLACE, "Game.java", "\"tick \"", "\"tock \"");
            program.shows("handler 1 1");
            program.shows(line("tock", "tick", 4, 1, 1, first.pointer(TICK)));

            Event second = program.edit(Save.BY_RENAME, "Game.java", "\"tock \"", "\"tack \"");
            program.shows(line("tack", "tick", 4, 2, 2, second.pointer(TICK)));

            program.edit(Save.IN_PLACE, "Game.java", "number * 2", "number * 3");
            program.shows("handler 3 1");
            program.shows(line("tack", "tick", 6, 2, 3, second.pointer(TICK)));

            Event again = program.edit(Save.IN_PLACE, "Game.java", "\"tack \"", "\"tock \"");
            program.shows(line("tock", "tick", 6, 3, 4, first.pointer(TICK)));
            assertThat(again.pointer(TICK)).isEqualTo(first.pointer(TICK)).isNotEqualTo(second.pointer(TICK));

            Event undone = program.undo("Game.java", Save.BY_RENAME);
            program.shows("handler 5 2");
            program.shows(line("tick", "tick", 4, 4, 5, "of the image"));
            program.log().await(0, "the image's pointer", event -> event.isOutput("image " + undone.pointer(TICK)));
        }
    }

    /** What the program prints of its functions. */
    private static String line(
            String word, String wordOfImage, int twice, int version, int generation, String pointer) {
        return "%s stub; %s call; %s image; twice %d; ticks 3; version %d; generation %d; pointer %s"
                .formatted(word, word, wordOfImage, twice, version, generation, pointer);
    }
}
