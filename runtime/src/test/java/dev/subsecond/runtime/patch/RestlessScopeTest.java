package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scopes that would restart for ever. */
class RestlessScopeTest {

    @TempDir
    Path folder;

    @Test
    void aRestartThatDoesNotHelpIsReportedOnceAndNotRepeated() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void restless() { for (int i = 0; i < 3; i++) { STEP.call("old " + i); } }
                static void run() { scope(() -> restless()); }
                """);
        Steps steps = program.steps();
        try (Warnings warnings = new Warnings()) {
            CompletableFuture<@Nullable Object> running = program.start("run");
            steps.await("old 0");
            program.patch("public static void restless() { Main.STEP.call(\"never\"); }", "restless()V");
            steps.proceed();
            steps.pass("old 0", "old 1");
            steps.await("old 2");
            assertThat(warnings.about("app.Main.restless"))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "WARNING app.Main.restless still runs old code in the scope at app.Main.scope(Main.java:")
                    .contains("subsecond serve");
            steps.proceed();
            assertThat(ScopedProgram.resultOf(running)).isNull();
            assertThat(warnings.about("app.Main.restless")).hasSize(1);
        }
    }

    @Test
    void aScopeThatWasOfNoHelpTriesAgainAfterTheNextPatchWithoutAnotherReport() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                static void helpless() { for (int i = 0; i < 3; i++) { STEP.call("old " + i); } }
                static void run() { scope(() -> helpless()); }
                """);
        Steps steps = program.steps();
        try (Warnings warnings = new Warnings()) {
            CompletableFuture<@Nullable Object> running = program.start("run");
            steps.await("old 0");
            program.patch("public static void helpless() { Main.STEP.call(\"never\"); }", "helpless()V");
            steps.proceed();
            steps.pass("old 0");
            steps.await("old 1");
            program.patch("public static void helpless() { Main.STEP.call(\"never\"); }", "helpless()V");
            steps.proceed();
            steps.pass("old 0");
            steps.await("old 1");
            program.patch("public static void lambda$run() { Main.STEP.call(\"helped\"); }", "lambda$run()V");
            steps.proceed();
            steps.pass("helped");
            assertThat(ScopedProgram.resultOf(running)).isNull();
            assertThat(warnings.about("app.Main.helpless")).hasSize(1);
        }
    }

    @Test
    void aScopeThatPatchesItselfForEverIsReportedAndLeftAlone() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, """
                public static volatile Runnable action;
                static void forever() { scope(() -> { action.run(); STEP.call("first"); }); }
                """);
        String again = "public static void lambda$forever() { Main.action.run(); Main.STEP.call(\"again\"); }";
        Queue<ScopedProgram.Prepared> patches =
                new ArrayDeque<>(program.prepare(Collections.nCopies(60, again), "lambda$forever()V"));
        AtomicInteger runs = new AtomicInteger();
        Runnable action = () -> {
            runs.incrementAndGet();
            assertThat(patches.remove()).satisfies(ScopedProgram.Prepared::apply);
        };
        AtomicInteger steps = new AtomicInteger();
        Consumer<String> probe = step -> steps.incrementAndGet();
        program.image().type("app.Main").getField("action").set(null, action);
        program.image().type("app.Main").getField("probe").set(null, probe);
        try (Warnings warnings = new Warnings()) {
            assertThat(ScopedProgram.resultOf(program.start("forever"))).isNull();
            assertThat(runs).hasValue(51);
            assertThat(steps).hasValue(1);
            assertThat(warnings.about("app.Main.lambda$forever"))
                    .singleElement()
                    .asString()
                    .contains("app.Main.scope(Main.java:", "50 times in 10 s");
        }
    }
}
