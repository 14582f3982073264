package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.HotFn1;
import dev.subsecond.runtime.HotFnPtr;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of code that runs inside a scope, and of closures with a handle, in a prepared image. */
class ScopeEditTest {

    private static final String PROGRAM = """
            package app;
            import dev.subsecond.runtime.*;
            import dev.subsecond.runtime.scope.Scopes;
            import java.util.concurrent.*;
            class Main {
                static final BlockingQueue<String> REACHED = new SynchronousQueue<>();
                static final BlockingQueue<String> ALLOWED = new SynchronousQueue<>();
                static BlockingQueue<String> reached() { return REACHED; }
                static BlockingQueue<String> allowed() { return ALLOWED; }
                static void step(String s) {
                    try {
                        REACHED.offer(s, 60, TimeUnit.SECONDS);
                        ALLOWED.poll(60, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                static String tag() { return "tag"; }
                static void loop() {
                    for (int i = 0; i < 9; i++) { MainHot.STEP.call("loop " + i + " " + tag()); }
                }
                static void run() { Scopes.run(() -> loop()); }
                static void runLambda() {
                    Scopes.run(() -> {
                        MainHot.STEP.call("outer");
                        inner();
                        MainHot.STEP.call("outer end");
                    });
                }
                static void inner() {
                    Scopes.run(() -> { for (int i = 0; i < 9; i++) { MainHot.STEP.call("lambda " + i); } });
                }
                static HotFn1<Integer, Integer> closure() {
                    int captured = 40;
                    return HotFn1.current(x -> captured + x);
                }
            }
            """;
    private static final String STUB = """
            package app;
            import dev.subsecond.runtime.HotFn1;
            import dev.subsecond.runtime.link.StubLinker;
            import java.lang.invoke.*;
            class MainHot {
                static final HotFn1<String, Void> STEP = HotFn1.of(StubLinker.link(MethodHandles.lookup(),
                        Main.class, "step", MethodType.methodType(void.class, String.class), true));
            }
            """;
    private static final String CLOSURE = "captured + x";

    @TempDir
    Path folder;

    @Test
    void anEditedLoopInAMethodTakesEffectAtItsNextHotCall() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, PROGRAM, STUB)) {
            CompletableFuture<Object> running = start(program, "run");
            pass(program, "loop 0 tag");
            await(program, "loop 1 tag");
            String first = PROGRAM.replace("\"loop \"", "\"first \"");
            assertThat(program.edit(first).notLive()).isEmpty();
            proceed(program);
            pass(program, "first 0 tag");
            await(program, "first 1 tag");
            assertThat(program.edit(first.replace("i < 9", "i < 1").replace("\"first \"", "\"second \""))
                            .notLive())
                    .isEmpty();
            proceed(program);
            pass(program, "second 0 tag");
            running.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void anEditOfWhatALoopMerelyCallsRestartsNothing() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, PROGRAM, STUB)) {
            CompletableFuture<Object> running = start(program, "run");
            await(program, "loop 0 tag");
            assertThat(program.edit(PROGRAM.replace("\"tag\"", "\"TAG\"")).notLive())
                    .isEmpty();
            proceed(program);
            pass(program, "loop 1 TAG", "loop 2 TAG");
            await(program, "loop 3 TAG");
            String patchedLoop = PROGRAM.replace("\"tag\"", "\"TAG\"").replace("i < 9", "i < 3");
            assertThat(program.edit(patchedLoop).notLive()).isEmpty();
            proceed(program);
            pass(program, "loop 0 TAG");
            await(program, "loop 1 TAG");
            assertThat(program.edit(patchedLoop.replace("\"TAG\"", "\"tag\"")).notLive())
                    .isEmpty();
            proceed(program);
            pass(program, "loop 2 tag");
            running.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void anEditedLambdaRestartsItsOwnScopeAndNotTheOneAround() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, PROGRAM, STUB)) {
            CompletableFuture<Object> running = start(program, "runLambda");
            pass(program, "outer");
            await(program, "lambda 0");
            assertThat(program.edit(PROGRAM.replace("\"lambda \"", "\"new \"").replace("i < 9", "i < 1"))
                            .notLive())
                    .isEmpty();
            proceed(program);
            pass(program, "new 0", "outer end");
            running.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void aClosureRunsItsNewestBodyWithItsCapturedValuesAndIsUndone() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, PROGRAM, STUB)) {
            HotFn1<Integer, Integer> fn = (HotFn1<Integer, Integer>) program.call("app.Main", "closure");
            HotFnPtr image = fn.ptrAddress();
            assertThat(fn.call(2)).isEqualTo(42);
            assertThat(program.edit(PROGRAM.replace(CLOSURE, "captured - x")).notLive())
                    .isEmpty();
            assertThat(fn.call(2)).isEqualTo(38);
            assertThat(fn.ptrAddress()).isNotEqualTo(image);
            assertThat(fn.version()).isEqualTo(1);
            assertThat(fn.tryCallWithPtr(fn.ptrAddress(), 2)).isEqualTo(38);
            assertThat(program.edit(PROGRAM).notLive()).isEmpty();
            assertThat(fn.call(2)).isEqualTo(42);
            assertThat(fn.ptrAddress()).isEqualTo(image);
            assertThat(fn.version()).isEqualTo(2);
        }
    }

    private static CompletableFuture<Object> start(LiveProgram program, String method) {
        return CompletableFuture.supplyAsync(() -> program.call("app.Main", method), task -> {
            Thread thread = new Thread(task, method);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void pass(LiveProgram program, String... steps) throws InterruptedException {
        for (String step : steps) {
            await(program, step);
            proceed(program);
        }
    }

    private static void await(LiveProgram program, String step) throws InterruptedException {
        assertThat(queue(program, "reached").poll(60, TimeUnit.SECONDS)).isEqualTo(step);
    }

    private static void proceed(LiveProgram program) throws InterruptedException {
        boolean gone = queue(program, "allowed").offer("", 60, TimeUnit.SECONDS);
        assertThat(gone).as("the program waits").isTrue();
    }

    @SuppressWarnings("unchecked")
    private static BlockingQueue<String> queue(LiveProgram program, String method) {
        return (BlockingQueue<String>) program.call("app.Main", method);
    }
}
