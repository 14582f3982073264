package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.table.HotTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a commit takes effect, and for whom. */
class CommitTest {

    private static final String GAME = """
            package app;
            public class Game {
                public static Runnable during;
                static int tick(int x) { if (during != null) during.run(); return 1; }
                static int spin(int x) { return 1; }
            }
            """;

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(GAME);
    private final Patcher patcher = new Patcher(image);

    @Test
    void aHotFunctionCanApplyAPatchToItself() throws Throwable {
        HotTarget tick = image.stub("app.Game", "tick", "(I)I", true);
        Runnable patchItself = () -> apply(1, "tick", "2");
        image.type("app.Game").getField("during").set(null, patchItself);
        int running = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                return (int) tick.invoker().invokeExact(0);
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        });
        assertThat(running).as("the frame that had begun keeps its code").isEqualTo(1);
        assertThat((int) tick.invoker().invokeExact(0)).isEqualTo(2);
    }

    @Test
    void whenApplyReturnsEveryThreadRunsTheNewCode() throws Exception {
        HotTarget spin = image.stub("app.Game", "spin", "(I)I", true);
        for (int sequence = 1; sequence <= 20; sequence++) {
            int expected = sequence + 1;
            CountDownLatch applied = new CountDownLatch(1);
            List<Integer> seen = new ArrayList<>();
            Thread other = new Thread(() -> {
                callUntil(spin, applied);
                seen.add(call(spin));
            });
            other.start();
            apply(sequence, "spin", String.valueOf(expected));
            applied.countDown();
            other.join();
            assertThat(seen).containsExactly(expected);
        }
    }

    @Test
    void aCallerThatWaitedAtTheGateKeepsItsInterrupt() throws Exception {
        HotTarget spin = image.stub("app.Game", "spin", "(I)I", true);
        CountDownLatch applied = new CountDownLatch(1);
        List<Boolean> interrupted = new ArrayList<>();
        Thread other = new Thread(() -> {
            Thread.currentThread().interrupt();
            callUntil(spin, applied);
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        other.start();
        for (int sequence = 1; sequence <= 30; sequence++) {
            apply(sequence, "spin", "7");
        }
        applied.countDown();
        other.join();
        assertThat(interrupted).containsExactly(true);
    }

    @Test
    void theFirstCallOfAPatchIsReportedOnceAndLeavesNothingBehind() throws Throwable {
        HotTarget spin = image.stub("app.Game", "spin", "(I)I", true);
        List<String> calls = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        Executor later = tasks::add;
        String id = TestPatch.id("app.Game", "spin", "(I)I");
        HotTable.shared()
                .onFirstCall(
                        (sequence, function, nanos) -> {
                            assertThat(nanos).isPositive();
                            calls.add(sequence + " " + function);
                        },
                        later);
        try {
            apply(1, "spin", "2");
            assertThat(tasks).as("nobody has called it yet").isEmpty();
            assertThat((int) spin.invoker().invokeExact(0)).isEqualTo(2);
            assertThat((int) spin.invoker().invokeExact(0)).isEqualTo(2);
            assertThat(tasks).hasSize(1);
            tasks.remove(0).run();
            assertThat(calls).containsExactly("1 " + id);
            assertThat((int) spin.invoker().invokeExact(0)).isEqualTo(2);
            apply(2, "spin", "3");
            apply(3, "spin", "4");
            assertThat((int) spin.invoker().invokeExact(0)).isEqualTo(4);
            tasks.remove(0).run();
            assertThat(calls).containsExactly("1 " + id, "3 " + id);
        } finally {
            HotTable.shared().onFirstCall((sequence, function, nanos) -> {}, task -> {
                throw new RejectedExecutionException();
            });
        }
    }

    private static void callUntil(HotTarget target, CountDownLatch stop) {
        while (stop.getCount() > 0) {
            call(target);
        }
    }

    private static int call(HotTarget target) {
        try {
            return (int) target.invoker().invokeExact(0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private void apply(long sequence, String name, String value) {
        String source = "package app; public class Game$$Hot%d { public static int %s(int x) { return %s; } }"
                .formatted(sequence, name, value);
        TestPatch patch = new TestPatch(sequence).classes("app.Game", image.compileAgainst(source));
        patch.function("app.Game", name, "(I)I", true, "app.Game$$Hot" + sequence);
        try {
            patcher.apply(patch.write(folder));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
