package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.wire.OnPatchMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every patch lists the methods that are told of it. */
class OnPatchListTest {

    private static final String HEADER = """
            package app;
            import dev.subsecond.annotations.OnPatch;
            import dev.subsecond.runtime.PatchEvent;
            """;
    private static final String GAME = HEADER + """
            class Game {
                @OnPatch static void second(PatchEvent e) { }
                static int n() { return 1; }
                @OnPatch static void first(PatchEvent e) { }
            }
            """;
    private static final String APPLE = HEADER + "class Apple { @OnPatch static void refill(PatchEvent e) { } }";
    private static final String PLAIN = "package app;\nclass Plain { static int n() { return 1; } }";

    private static List<String> listed(LinkedProgram.Edit edit) {
        return edit.manifest().orElseThrow().onPatch().stream()
                .map(m -> m.owner() + "." + m.name() + (m.function() == null ? "" : " added"))
                .toList();
    }

    @Test
    void allOfTheProgramByClassAndThenAsInTheSource() {
        LinkedProgram program = LinkedProgram.start(GAME, APPLE, PLAIN);

        LinkedProgram.Edit edit = program.edit(PLAIN.replace("return 1", "return 2"));

        assertThat(listed(edit)).containsExactly("app.Apple.refill", "app.Game.second", "app.Game.first");
    }

    @Test
    void addedOneHasTheIdOfItsFunction() {
        LinkedProgram program = LinkedProgram.start(GAME, PLAIN);

        LinkedProgram.Edit edit = program.edit(GAME.replace(
                "int n()", "int m() { return 0; }\n @OnPatch static void third(PatchEvent e) { }\n static int n()"));

        assertThat(listed(edit)).containsExactly("app.Game.second", "app.Game.third added", "app.Game.first");
        OnPatchMethod third = edit.manifest().orElseThrow().onPatch().get(1);
        assertThat(edit.manifest().orElseThrow().functions())
                .as("the function that is called")
                .anyMatch(f -> f.id().equals(third.function()) && f.name().equals("third"));
        assertThat(listed(program.edit(PLAIN.replace("return 1", "return 2"))))
                .containsExactly("app.Game.second", "app.Game.third added", "app.Game.first");
    }

    @Test
    void annotationThatComesAndGoes() {
        LinkedProgram program = LinkedProgram.start(GAME, PLAIN);

        LinkedProgram.Edit without = program.edit(GAME.replace("@OnPatch static void second", "static void second")
                .replace("return 1", "return 2"));
        LinkedProgram.Edit with = program.edit(GAME.replace("return 1", "return 3"));

        assertThat(listed(without)).containsExactly("app.Game.first");
        assertThat(listed(with)).containsExactly("app.Game.second", "app.Game.first");
    }

    @Test
    void oneThatWasRefusedOrDeletedIsNotListed() {
        LinkedProgram program = LinkedProgram.start(GAME, PLAIN);
        String refused = HEADER
                + "final class Plain { static int n() { return 2; } @OnPatch static void never(PatchEvent e) { } }";

        assertThat(listed(program.edit(refused, GAME.replace("return 1", "return 3"))))
                .containsExactly("app.Game.second", "app.Game.first");
        assertThat(listed(program.edit(GAME.replace("@OnPatch static void second(PatchEvent e) { }", "")
                        .replace("return 1", "return 4"))))
                .containsExactly("app.Game.first");
    }

    @Test
    void newClassIsListedWithThePatchThatBringsIt() {
        LinkedProgram program = LinkedProgram.start(GAME, PLAIN);

        LinkedProgram.Edit edit = program.edit(APPLE);

        assertThat(listed(edit)).containsExactly("app.Apple.refill", "app.Game.second", "app.Game.first");
    }
}
