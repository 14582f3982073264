package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.runtime.HotFnPanic;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Point 4 of the runtime's promises: what a patch does to code that runs in one scope. */
class ScopeTest {

    private static final String LOOP = """
            static void run() { scope(() -> { for (int i = 0; ; i++) { STEP.call("old " + i); } }); }
            """;

    @TempDir
    Path folder;

    @Test
    void aChangeOfARunningLoopTakesEffectAtItsNextHotCall() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, LOOP);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.pass("old 0");
        steps.await("old 1");
        program.patch("public static void lambda$run() { Main.STEP.call(\"new\"); }", "lambda$run()V");
        steps.proceed();
        steps.pass("new");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void anEditOfWhatTheLoopMerelyCallsRestartsNothing() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, LOOP);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("old 0");
        program.patch("""
                public static void step(String s) {
                    if (s.equals("old 3")) { throw new IllegalStateException("enough"); }
                    Main.probe.accept("stepped " + s);
                }
                """, "step(Ljava/lang/String;)V");
        steps.proceed();
        steps.pass("stepped old 1", "stepped old 2");
        assertThatThrownBy(() -> ScopedProgram.resultOf(running)).hasRootCauseMessage("enough");
    }

    @Test
    void anUndoRestartsTheLoopAsAnyEditDoes() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, LOOP);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("old 0");
        program.patch("public static void lambda$run() { while (true) { Main.STEP.call(\"new\"); } }", "lambda$run()V");
        steps.proceed();
        steps.await("new");
        program.undo("public static void lambda$run() { Main.STEP.call(\"old again\"); }", "lambda$run()V");
        steps.proceed();
        steps.pass("old again");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void theResultIsThatOfTheRunThatCameToAnEnd() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static String run() { return result(() -> { STEP.call("old"); STEP.call("old end"); return "old"; }); }
                """);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("old");
        program.patch("public static String lambda$run() { return \"new\"; }", "lambda$run()Ljava/lang/String;");
        steps.proceed();
        assertThat(ScopedProgram.resultOf(running)).isEqualTo("new");
    }

    @Test
    void aScopeThatIsEnteredAfterAPatchRunsItAndIsNotRestarted() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, LOOP);
        Steps steps = program.steps();
        program.patch(
                "public static void lambda$run() { Main.STEP.call(\"1\"); Main.STEP.call(\"2\"); }", "lambda$run()V");
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.pass("1", "2");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void catchingExceptionDoesNotSwallowThePanic() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void run() {
                    scope(() -> {
                        while (true) {
                            try { STEP.call("old"); } catch (Exception e) { STEP.call("caught " + e); }
                        }
                    });
                }
                """);
        assertRestarts(program);
    }

    @Test
    void finallyBlocksRunAndResourcesAreClosed() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void close() { probe.accept("closed"); }
                static void run() {
                    scope(() -> {
                        try (AutoCloseable resource = Main::close) {
                            while (true) { STEP.call("old"); }
                        } catch (Exception e) {
                            probe.accept("caught " + e);
                        } finally {
                            probe.accept("finally");
                        }
                    });
                }
                """);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("old");
        program.patch("public static void lambda$run() { Main.STEP.call(\"new\"); }", "lambda$run()V");
        steps.proceed();
        steps.pass("closed", "finally", "new");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void aResourceWhoseClosingMakesAHotCallIsLeftToo() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void close() { STEP.call("never"); }
                static void run() {
                    scope(() -> {
                        try (AutoCloseable resource = Main::close) {
                            while (true) { STEP.call("old"); }
                        } catch (Exception e) {
                            probe.accept("caught " + e);
                        }
                    });
                }
                """);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("old");
        program.patch("public static void lambda$run() { Main.STEP.call(\"new\"); }", "lambda$run()V");
        steps.proceed();
        steps.pass("new");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void aSwallowedPanicIsThrownAgainByTheNextHotCall() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void run() {
                    scope(() -> {
                        for (int i = 0; ; i++) {
                            try {
                                STEP.call("old");
                            } catch (Throwable swallowed) {
                                probe.accept("swallowed " + swallowed.getClass().getSimpleName());
                                if (i == 3) { throw swallowed; }
                            }
                        }
                    });
                }
                """);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("old");
        program.patch("public static void lambda$run() { Main.STEP.call(\"new\"); }", "lambda$run()V");
        steps.proceed();
        steps.pass("swallowed HotFnPanic", "swallowed HotFnPanic", "swallowed HotFnPanic", "new");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void tryCallThrowsThePanicToCallersThatWantIt() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void run() {
                    scope(() -> {
                        while (true) {
                            try {
                                STEP.tryCallWithPtr(STEP.ptrAddress(), "old");
                            } catch (HotFnPanic panic) {
                                probe.accept("told");
                                throw panic;
                            }
                        }
                    });
                }
                """);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("old");
        program.patch("public static void lambda$run() { Main.STEP.call(\"new\"); }", "lambda$run()V");
        steps.proceed();
        steps.pass("told", "new");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void staleCodeThatNoScopeEnclosesRunsOn() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void run() { STEP.tryCall("old 0"); scope(() -> STEP.call("in scope")); STEP.tryCall("old 1"); }
                """);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.pass("old 0");
        steps.await("in scope");
        program.patch("public static void run() { Main.STEP.call(\"new\"); }", "run()V");
        steps.proceed();
        steps.pass("old 1");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void aPanicOfTheProgramsOwnIsAnErrorLikeOthers() throws Exception {
        ScopedProgram program =
                new ScopedProgram(folder, "static void run() { scope(() -> { throw new HotFnPanic(); }); }");
        assertThatThrownBy(() -> ScopedProgram.resultOf(program.start("run"))).hasCauseInstanceOf(HotFnPanic.class);
    }

    private static void assertRestarts(ScopedProgram program) throws Exception {
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("old");
        program.patch("public static void lambda$run() { Main.STEP.call(\"new\"); }", "lambda$run()V");
        steps.proceed();
        steps.pass("new");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }
}
