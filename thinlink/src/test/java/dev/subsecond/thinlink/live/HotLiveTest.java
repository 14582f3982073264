package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.patch.Commit;
import dev.subsecond.runtime.patch.CommittedFunction;
import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Point 2 of the runtime's promises: hot functions whose pointer changes in a running program, with and without new code of their own. */
class HotLiveTest {

    private static final String HOT = "package dev.subsecond.annotations;\npublic @interface Hot {}";
    private static final String MAIN = """
            package app;
            import dev.subsecond.annotations.Hot;
            import dev.subsecond.runtime.HotFnPtr;
            import java.util.ArrayList;
            import java.util.List;
            class Main {
                static final List<HotFnPtr> SEEN = new ArrayList<>();
                static final java.util.concurrent.CountDownLatch ENTERED = new java.util.concurrent.CountDownLatch(1);
                static final java.util.concurrent.CountDownLatch GO = new java.util.concurrent.CountDownLatch(1);
                static volatile boolean waits;
                static volatile String waited;
                @Hot static String tick() {
                    if (waits) { waits = false; pause(); }
                    return "a" + Callee.value();
                }
                static void pause() {
                    ENTERED.countDown();
                    try { GO.await(); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                }
                static void begin() throws Exception {
                    waits = true;
                    Thread t = new Thread(() -> waited = MainHot.FN.call());
                    t.setDaemon(true);
                    t.start();
                    ENTERED.await();
                }
                static void end() throws Exception {
                    GO.countDown();
                    while (waited == null) { Thread.onSpinWait(); }
                }
                static String waitedFor() { return waited; }
                static String show() {
                    HotFnPtr now = MainHot.FN.ptrAddress();
                    if (!SEEN.contains(now)) { SEEN.add(now); }
                    StringBuilder all = new StringBuilder(MainHot.FN.call() + " " + MainHot.FN.version() + " now#" + SEEN.indexOf(now));
                    for (HotFnPtr p : SEEN) { all.append(' ').append(MainHot.FN.tryCallWithPtr(p)); }
                    return all.toString();
                }
            }
            """;
    private static final String STUB = """
            package app;
            import dev.subsecond.runtime.HotFn0;
            import dev.subsecond.runtime.link.StubLinker;
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.MethodType;
            final class MainHot {
                static final HotFn0<String> FN = HotFn0.of(StubLinker.link(
                        MethodHandles.lookup(), Main.class, "tick", MethodType.methodType(String.class), true));
            }
            """;
    private static final String CALLEE = "package app;\nclass Callee { static int value() { return 1; } }";

    @TempDir
    Path folder;

    private static CommittedFunction tick(Commit commit) {
        return commit.functions().stream()
                .filter(f -> f.name().contains("tick"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tick in " + commit.functions()));
    }

    @Test
    void pointerFollowsWhatIsReachedAndLeadsBackToTheCodeItStoodFor() throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, HOT, MAIN, STUB, CALLEE)) {
            assertThat(program.show()).isEqualTo("a1 0 now#0 a1");

            Edit callee = program.edit(CALLEE.replace("return 1", "return 2"));
            assertThat(tick(callee.commit().orElseThrow()).body())
                    .as("no new code")
                    .isNull();
            assertThat(program.show()).isEqualTo("a2 1 now#1 a2 a2");

            program.edit(MAIN.replace("\"a\" + Callee", "\"b\" + Callee"));
            assertThat(program.show()).as("own code").isEqualTo("b2 2 now#2 a2 a2 b2");

            program.edit(CALLEE);
            assertThat(program.show()).as("callee undone").isEqualTo("b1 3 now#3 a1 a1 b1 b1");

            program.edit(MAIN);
            assertThat(program.show()).as("all undone").isEqualTo("a1 4 now#0 a1 a1 b1 b1");
        }
    }

    @Test
    void callThatIsUnderWayGoesOnWhenOnlyThePointerChanges() throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, HOT, MAIN, STUB, CALLEE)) {
            program.show();
            program.call("app.Main", "begin");

            Edit callee = program.edit(CALLEE.replace("return 1", "return 2"));
            program.call("app.Main", "end");

            assertThat(callee.notLive()).isEmpty();
            assertThat(program.call("app.Main", "waitedFor")).isEqualTo("a2");
        }
    }
}
