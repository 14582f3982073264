package dev.subsecond.thinlink.live;

import static dev.subsecond.thinlink.live.LinkedProgram.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.VersionBody;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hot closures are hot functions, and a method's own content is more than a lambda's body and less than what it reaches. */
class ClosurePointerTest {

    private static final String MAIN = """
            package app;
            import dev.subsecond.annotations.Hot;
            import dev.subsecond.runtime.Subsecond;
            class Main {
                @Hot static void run() {
                    for (int i = 0; i < 3; i++) {
                        Subsecond.call(() -> step(1));
                    }
                    Subsecond.call(Main::referenced);
                }
                static void step(int n) { }
                static void referenced() { deep(); }
                static void deep() { }
            }
            """;

    private static FunctionPatch closure(LinkedProgram.Edit edit) {
        return edit.manifest().orElseThrow().functions().stream()
                .filter(f -> f.name().startsWith("lambda$") && f.owner().equals("app.Main"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no closure of the image in " + edit.manifest()));
    }

    @Test
    void closureIsHotAndItsFirstPatchBringsTheCodeItHad() {
        LinkedProgram program = LinkedProgram.start(MAIN);

        FunctionPatch closure = closure(program.edit(MAIN.replace("step(1)", "step(2)")));

        assertThat(closure.hot()).isTrue();
        assertThat(closure.pointer()).isNotEqualTo(closure.id());
        assertThat(closure.versions().stream().map(VersionBody::pointer)).containsExactly(closure.id());
        FunctionPatch undone = closure(program.edit(MAIN));
        assertThat(undone.pointer()).isEqualTo(undone.id());
        assertThat(undone.content()).isEqualTo(undone.id());
    }

    @Test
    void closureReachesWhatItCallsAndItsMethodDoesNot() {
        LinkedProgram program = LinkedProgram.start(MAIN);

        LinkedProgram.Edit edit = program.edit(MAIN.replace("step(int n) { }", "step(int n) { n++; }"));

        assertThat(edit.pointerOnly()).hasSize(1).first().asString().startsWith("app.Main.lambda$run$");
        assertThat(closure(edit).hot()).isTrue();
        assertThat(program.pointer("app.Main.run")).isEqualTo(IMAGE);
    }

    @Test
    void methodThatAReferenceMakesAClosureIsHot() {
        LinkedProgram program = LinkedProgram.start(MAIN);

        LinkedProgram.Edit edit = program.edit(MAIN.replace("void deep() { }", "void deep() { step(5); }"));

        assertThat(edit.pointerOnly()).containsExactly("app.Main.referenced");
        program.edit(MAIN);
        assertThat(program.pointer("app.Main.referenced")).isEqualTo(IMAGE);
    }

    @Test
    void editOfAClosureLeavesTheMethodAroundItAlone() {
        LinkedProgram program = LinkedProgram.start(MAIN);
        for (String edited : List.of(MAIN.replace("step(1)", "step(2)"), MAIN.replace("step(1)", "step(3)"), MAIN)) {
            program.edit(edited);
            assertThat(program.content("app.Main.run")).as("content").isEqualTo(IMAGE);
            assertThat(program.pointer("app.Main.run")).as("pointer").isEqualTo(IMAGE);
        }
    }

    @Test
    void editOfTheLoopAroundAClosureIsContent() {
        LinkedProgram program = LinkedProgram.start(MAIN);
        String loop = MAIN.replace("i < 3", "i < 4");

        program.edit(loop);
        String content = program.content("app.Main.run");
        program.edit(loop.replace("step(1)", "step(2)"));
        String closureEdited = program.content("app.Main.run");
        program.edit(MAIN);

        assertThat(content).isNotEqualTo(IMAGE);
        assertThat(closureEdited).as("only the closure's body changed").isEqualTo(content);
        assertThat(program.content("app.Main.run")).as("undone").isEqualTo(IMAGE);
    }

    @Test
    void lambdasThatChangePlacesAreContent() {
        String source = """
                package app;
                class Main {
                    static int show() {
                        java.util.function.IntSupplier a = () -> 1;
                        java.util.function.IntSupplier b = () -> 2;
                        return a.getAsInt() - b.getAsInt();
                    }
                }
                """;
        LinkedProgram program = LinkedProgram.start(source);
        String swapped = source.replace("-> 1", "-> 0").replace("-> 2", "-> 1").replace("-> 0", "-> 2");

        program.edit(swapped);

        assertThat(program.content("app.Main.show")).isNotEqualTo(IMAGE);
        program.edit(source);
        assertThat(program.content("app.Main.show")).isEqualTo(IMAGE);
    }

    @Test
    void bodyOfALambdaWithoutARunningCounterpartIsContent() {
        String source = """
                package app;
                class Main {
                    static int show() {
                        java.util.function.IntSupplier a = () -> 1;
                        java.util.function.IntSupplier b = () -> 2;
                        return a.getAsInt() - b.getAsInt();
                    }
                }
                """;
        LinkedProgram program = LinkedProgram.start(source);

        program.edit(source.replace("-> 1", "-> 10").replace("-> 2", "-> 20"));
        String both = program.content("app.Main.show");
        program.edit(source.replace("-> 1", "-> 10").replace("-> 2", "-> 21"));

        assertThat(both).as("which is which cannot be told").isNotEqualTo(IMAGE);
        assertThat(program.content("app.Main.show")).as("now it can").isEqualTo(both);
        program.edit(source);
        assertThat(program.content("app.Main.show")).as("undone").isEqualTo(IMAGE);
    }

    @Test
    void nameThatMeansAnotherMemberIsContent() {
        String base = "package app;\nclass Base { static int n() { return 1; } }";
        String main = "package app;\nclass Main extends Base { static int show() { return n(); } }";
        LinkedProgram program = LinkedProgram.start(base, main);

        program.edit(
                "package app;\nclass Main extends Base { static int n() { return 2; }\n static int show() { return n(); } }");

        assertThat(program.content("app.Main.show")).isNotEqualTo(IMAGE);
        program.edit(main);
        assertThat(program.content("app.Main.show")).as("undone").isEqualTo(IMAGE);
    }
}
