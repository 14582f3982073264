package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each row of the table "API, against the seed" of the design, in one program under {@code serve} that is edited from row to
 * row. The rows about programs that connect by themselves, native libraries and compile errors are held by tests of their
 * modules, which the names say.
 */
class ApiTableTest {

    private static final String TICK = "app.Game.tick(String)";

    @TestFactory
    Stream<DynamicContainer> everyRow() {
        return Jdk.all().stream().map(jdk -> DynamicContainer.dynamicContainer(jdk.toString(), rows(jdk)));
    }

    private static Stream<DynamicTest> rows(Jdk jdk) {
        Served program = Served.program("api", jdk).start();
        return Stream.of(
                        dynamicTest("call(closure)", () -> call(program)),
                        dynamicTest("HotFn::current, arities 0-9", () -> arities(program)),
                        dynamicTest("HotFn::call / try_call, HotFnPanic", () -> tryCall(program)),
                        dynamicTest("ptr_address", () -> ptrAddress(program)),
                        dynamicTest("try_call_with_ptr", () -> tryCallWithPtr(program)),
                        dynamicTest("apply_patch(JumpTable), PatchError", () -> applyPatch(program)),
                        dynamicTest("register_handler", () -> registerHandler(program)),
                        dynamicTest("get_jump_table", () -> jumpTable(program)),
                        dynamicTest("re-instancing", () -> reinstancing(program)),
                        dynamicTest("versioning", () -> versioning(program)))
                .onClose(program::close);
    }

    private static void call(Served program) {
        program.shows("closure: image in main");
        program.edit(Save.IN_PLACE, "Main.java", "\"image in \"", "\"patched in \"");
        program.shows("closure: patched in main");
        assertThat(program.log().outputs().stream().filter("entered"::equals)).hasSize(1);
    }

    private static void arities(Served program) {
        assertThat(program.log().outputs()).contains("arities: 0 1 3 6 10 15 21 28 36 45");
        program.edit(Save.IN_PLACE, "Main.java", "Arities.line(0)", "Arities.line(1)");
        program.shows("arities: 1 2 4 7 11 16 22 29 37 46");
        program.edit(Save.IN_PLACE, "Arities.java", "base + a)", "base - a)", "+ h + i)", "+ h - i)");
        program.shows("arities: 1 0 4 7 11 16 22 29 37 28");
    }

    private static void tryCall(Served program) {
        program.edit(Save.IN_PLACE, "Command.java", "return \"idle\"", "return panicOfTryCall()");
        program.shows("command: tick me");
        program.edit(Save.IN_PLACE, "Main.java", "pause(10)", "pause(11)");
        program.shows("entered");
    }

    private static void ptrAddress(Served program) {
        Event other = program.edit(Save.IN_PLACE, "Main.java", "pause(11)", "pause(12)");
        program.shows("entered");
        assertThat(other.toString()).doesNotContain(TICK);
        Event first = program.edit(Save.IN_PLACE, "Game.java", "return \"tick\"", "return \"tock\"");
        program.shows("tick: tock me version 1 patched");
        Event undone = program.undo("Game.java", Save.BY_RENAME);
        program.shows("tick: tick me version 2 image");
        assertThat(undone.pointer(TICK)).isNotEqualTo(first.pointer(TICK));
        Event again = program.edit(Save.IN_PLACE, "Game.java", "return \"tick\"", "return \"tock\"");
        assertThat(again.pointer(TICK)).isEqualTo(first.pointer(TICK));
    }

    private static void tryCallWithPtr(Served program) {
        program.edit(Save.IN_PLACE, "Game.java", "word() + \" \"", "word() + \"-\"");
        program.shows("tick: tock-me version 4 patched");
        program.edit(Save.IN_PLACE, "Command.java", "return panicOfTryCall()", "return pinned()");
        program.shows("command: tock you");
        program.edit(Save.IN_PLACE, "Command.java", "return pinned()", "return foreignPointer()");
        Event refused = program.log()
                .await(program.lastSave(), "the refusal", e -> e.text("line").startsWith("command: 0xff"));
        assertThat(refused.text("line")).contains(TICK).contains("(String)String");
    }

    private static void applyPatch(Served program) {
        program.edit(Save.IN_PLACE, "Command.java", "return foreignPointer()", "return badTable()");
        Event refused = program.log()
                .await(program.lastSave(), "the refusal", e -> e.text("line").startsWith("command: LOAD_FAILED"));
        assertThat(refused.text("line")).matches("command: LOAD_FAILED at generation [0-9]+");
    }

    private static void registerHandler(Served program) {
        Event patched = program.edit(Save.IN_PLACE, "Game.java", "\"tock\"", "\"tack\"");
        program.log()
                .await(
                        program.lastSave(),
                        "the handler",
                        e -> e.text("line").startsWith("handler " + patched.number("generation") + " ")
                                && e.text("line").contains(TICK));
        program.shows("migrated at " + patched.number("generation"));
    }

    private static void jumpTable(Served program) {
        assertThat(program.log().outputs()).containsSubsequence("table: empty", "table: filled");
    }

    private static void reinstancing(Served program) {
        program.edit(
                Save.IN_PLACE,
                "Holder.java",
                "    String describe() {\n        return \"no field\"",
                "    private int lives = 3;\n\n    String describe() {\n        return \"lives \" + lives--");
        program.shows("holder: lives 3");
        program.shows("holder: lives 1");
    }

    private static void versioning(Served program) {
        Event live = program.edit(Save.IN_PLACE, "Command.java", "return badTable()", "return \"ready\"");
        long generation = live.number("generation");
        program.shows("command: ready");
        program.command("rollback 0");
        Event back = program.log().await(program.lastSave(), "the rollback", e -> e.is("rolled-back"));
        assertThat(back.number("generation")).isZero();
        program.shows("command: idle");
        program.shows("closure: image in main");
        program.edit(Save.IN_PLACE, "Command.java", "return \"ready\"", "return rollback(" + generation + ")");
        program.shows("command: rolled back to " + generation + " as " + (generation + 3));
        program.shows("command: ready");
    }
}
