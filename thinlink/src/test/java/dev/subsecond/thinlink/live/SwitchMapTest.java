package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.wire.PatchClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classes behind switches over enums come with the code that needs them, each once. */
class SwitchMapTest {

    private static final String MAIN = """
            package app;
            public class Main {
                static String show() { return Paint.of(Color.RED); }
            }
            """;
    /** In a file of its own: javac 21 and later switches over an enum of the same file without such a class. */
    private static final String COLOR = "package app;\nenum Color { RED, BLUE }";

    private static final String PAINT = """
            package app;
            class Paint {
                static String of(Color c) { return "none"; }
            }
            """;
    private static final String SWITCHES =
            PAINT.replace("return \"none\";", "switch (c) { case RED: return \"red\"; default: return \"-\"; }");

    @Test
    void anEditOfTheCodeAroundItNeedsNoOther() {
        LinkedProgram program = LinkedProgram.start(MAIN, COLOR, PAINT);
        assertThat(switchMaps(program.edit(SWITCHES))).hasSize(1);

        LinkedProgram.Edit second = program.edit(SWITCHES.replace("\"red\"", "\"crimson\""));
        assertThat(second.patched()).containsExactly("app.Paint.of");
        assertThat(switchMaps(second)).isEmpty();
    }

    @Test
    void anotherSwitchIsAnotherClass() {
        LinkedProgram program = LinkedProgram.start(MAIN, COLOR, PAINT);
        List<String> first = switchMaps(program.edit(SWITCHES));
        List<String> second = switchMaps(program.edit(SWITCHES.replace("case RED", "case BLUE")));
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    /** The JVM may have defined it before something else of the patch failed. */
    @Test
    void oneOfARefusedPatchComesAgainUnderAnotherNameThoughItsSourceIsNotCompiledAgain() {
        LinkedProgram program = LinkedProgram.start(MAIN, COLOR, PAINT);
        List<String> refused = switchMaps(program.rejected(SWITCHES));

        LinkedProgram.Edit next = program.edit(MAIN.replace("Paint.of", "\"\" + Paint.of"));
        assertThat(next.patched()).containsExactly("app.Main.show", "app.Paint.of");
        assertThat(switchMaps(next)).hasSize(1).doesNotContainAnyElementsOf(refused);
    }

    @Test
    void oneOfAPatchThatWasNeverSentComesWithTheNext() {
        LinkedProgram program = LinkedProgram.start(MAIN, COLOR, PAINT);
        List<String> unsent = switchMaps(program.unsent(SWITCHES));
        assertThat(switchMaps(program.edit(MAIN.replace("Paint.of", "\"\" + Paint.of"))))
                .isEqualTo(unsent);
    }

    private static List<String> switchMaps(LinkedProgram.Edit edit) {
        return edit.manifest().orElseThrow().classes().stream()
                .map(PatchClass::name)
                .filter(name -> name.startsWith("app.Paint$$Switch"))
                .toList();
    }
}
