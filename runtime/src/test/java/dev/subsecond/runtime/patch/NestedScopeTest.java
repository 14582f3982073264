package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scopes inside scopes, and scopes of several threads. */
class NestedScopeTest {

    private static final String NESTED = """
            static void outer() { scope(() -> { STEP.call("outer"); middle(); STEP.call("outer end"); }); }
            static void middle() { scope(() -> { STEP.call("middle"); inner(); STEP.call("middle end"); }); }
            static void inner() { scope(() -> { while (true) { STEP.call("inner"); } }); }
            """;
    private static final String NEW_INNER = "public static void lambda$inner() { Main.STEP.call(\"new inner\"); }";
    private static final String NEW_MIDDLE = "public static void lambda$middle() { Main.STEP.call(\"new middle\"); }";
    private static final String NEW_OUTER = "public static void lambda$outer() { Main.STEP.call(\"new outer\"); }";

    private static final String THREADS = """
            static void run(String thread) {
                scope(() -> { for (int i = 0; ; i++) { STEP.call(thread + " old " + i); } });
            }
            static void other(String thread) {
                scope(() -> { for (int i = 0; ; i++) { STEP.call(thread + " other " + i); } });
            }
            """;
    private static final String STRING = "(Ljava/lang/String;)V";

    @TempDir
    Path folder;

    private final Steps aSteps = new Steps();
    private final Steps bSteps = new Steps();

    @Test
    void onlyTheInnermostStaleScopeRunsAgain() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, NESTED);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("outer");
        steps.pass("outer", "middle");
        steps.await("inner");
        program.patch(NEW_INNER, "lambda$inner()V");
        steps.proceed();
        steps.pass("new inner", "middle end", "outer end");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void aStaleScopeIsReachedThroughFreshOnes() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, NESTED);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("outer");
        steps.pass("outer", "middle");
        steps.await("inner");
        program.patch(NEW_OUTER, "lambda$outer()V");
        steps.proceed();
        steps.pass("new outer");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void theScopeThatRunsAgainEnclosesAllStaleCodeAndNoMore() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, NESTED);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("outer");
        steps.pass("outer", "middle");
        steps.await("inner");
        program.patch(NEW_INNER + NEW_MIDDLE, "lambda$inner()V", "lambda$middle()V");
        steps.proceed();
        steps.pass("new middle", "outer end");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void enteringAScopeIsAHotCallOfTheOneAround() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void outer() { scope(() -> { while (true) { probe.accept("old"); scope(Main::inside); } }); }
                static void inside() { probe.accept("inside"); }
                """);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("outer");
        steps.pass("old", "inside");
        steps.await("old");
        program.patch("public static void lambda$outer() { Main.probe.accept(\"new\"); }", "lambda$outer()V");
        steps.proceed();
        steps.pass("new");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    @Test
    void allThreadsInTheSameScopeRunItAgainWithWhatEachCaptured() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, THREADS);
        observe(program);
        CompletableFuture<@Nullable Object> a = program.start("run", "a");
        CompletableFuture<@Nullable Object> b = program.start("run", "b");
        aSteps.await("a old 0");
        bSteps.await("b old 0");
        program.patch(
                "public static void lambda$run(String thread) { Main.STEP.call(thread + \" new\"); }",
                "lambda$run" + STRING);
        bSteps.proceed();
        bSteps.pass("b new");
        assertThat(ScopedProgram.resultOf(b)).isNull();
        aSteps.proceed();
        aSteps.pass("a new");
        assertThat(ScopedProgram.resultOf(a)).isNull();
    }

    @Test
    void aThreadInAnotherScopeRunsOn() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, THREADS);
        observe(program);
        CompletableFuture<@Nullable Object> a = program.start("run", "a");
        CompletableFuture<@Nullable Object> b = program.start("other", "b");
        aSteps.await("a old 0");
        bSteps.await("b other 0");
        program.patch(
                "public static void lambda$run(String thread) { Main.STEP.call(thread + \" new\"); }",
                "lambda$run" + STRING);
        bSteps.proceed();
        bSteps.pass("b other 1", "b other 2");
        aSteps.proceed();
        aSteps.pass("a new");
        assertThat(ScopedProgram.resultOf(a)).isNull();
        bSteps.await("b other 3");
        program.patch(
                "public static void lambda$other(String thread) { Main.STEP.call(thread + \" end\"); }",
                "lambda$other" + STRING);
        bSteps.proceed();
        bSteps.pass("b end");
        assertThat(ScopedProgram.resultOf(b)).isNull();
    }

    @Test
    void aThreadThatWorksForAScopeWithoutBeingInOneIsNotUnwound() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static String work() { STEP.call("work 1"); STEP.call("work 2"); return "done"; }
                static void run() {
                    scope(() -> {
                        while (true) {
                            probe.accept(java.util.concurrent.CompletableFuture.supplyAsync(Main::work).join());
                            STEP.call("old");
                        }
                    });
                }
                """);
        Steps steps = program.steps();
        CompletableFuture<@Nullable Object> running = program.start("run");
        steps.await("work 1");
        program.patch(
                "public static void lambda$run() { Main.STEP.call(\"new\"); } public static String work() { return \"\"; }",
                "lambda$run()V",
                "work()Ljava/lang/String;");
        steps.proceed();
        steps.pass("work 2", "done", "new");
        assertThat(ScopedProgram.resultOf(running)).isNull();
    }

    /** A step begins with its thread's name. */
    private void observe(ScopedProgram program) throws ReflectiveOperationException {
        Consumer<String> probe = step -> (step.startsWith("a") ? aSteps : bSteps).accept(step);
        program.image().type("app.Main").getField("probe").set(null, probe);
    }
}
