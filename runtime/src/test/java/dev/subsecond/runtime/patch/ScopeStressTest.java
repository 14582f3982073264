package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.scope.Scopes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many patches while threads run in scopes. */
class ScopeStressTest {

    private static final int PATCHES = 200;

    /** Scopes end now and then, as one that restarts more than fifty times in ten seconds would be left alone. */
    private static final String PROGRAM = """
            public static volatile boolean stop;
            static void run(String thread) {
                while (!stop) { scope(() -> { for (int i = 0; i < 1000 && !stop; i++) { STEP.call(thread + 0); } }); }
            }
            """;

    private static final String PATCH = """
            public static void lambda$run(String thread) {
                for (int i = 0; i < 1000 && !Main.stop; i++) { Main.STEP.call(thread + %d); }
            }
            """;

    @TempDir
    Path folder;

    /**
     * What all calls from the one with that number on must run.
     *
     * <p>One value, as a thread that pauses between reading its two halves would compare an old call with a new version.
     */
    private record Expected(long from, String version) {

        private static final Expected ANYTHING = new Expected(Long.MAX_VALUE, "");
    }

    /** What one thread has done. */
    private static final class Calls {

        private volatile long count;
        private volatile Expected expected = Expected.ANYTHING;
        private volatile String wrong = "";

        /** Called by that thread alone. */
        @SuppressWarnings("NonAtomicVolatileUpdate")
        void add(String version) {
            Expected now = expected;
            count++;
            if (count >= now.from && !version.equals(now.version)) {
                wrong = "call " + count + " runs " + version + " instead of " + now.version;
            }
        }

        void expectAnything() {
            expected = Expected.ANYTHING;
        }

        /** The call that is under way may be one of the code before; all later ones must not. */
        void expect(String version) {
            expected = new Expected(count + 2, version);
        }

        boolean sawNewCode() {
            return count >= expected.from + 2;
        }
    }

    @Test
    void noPatchIsLostAndNoOldCodeOutlastsOneHotCall() throws Exception {
        ScopedProgram program = new ScopedProgram(folder, PROGRAM);
        List<String> codes =
                IntStream.rangeClosed(1, PATCHES).mapToObj(PATCH::formatted).toList();
        List<ScopedProgram.Prepared> patches = program.prepare(codes, "lambda$run(Ljava/lang/String;)V");
        Calls a = new Calls();
        Calls b = new Calls();
        Consumer<String> probe = step -> (step.charAt(0) == 'a' ? a : b).add(step.substring(1));
        program.image().type("app.Main").getField("probe").set(null, probe);
        CompletableFuture<@Nullable Object> runningA = program.start("run", "a");
        CompletableFuture<@Nullable Object> runningB = program.start("run", "b");
        await(() -> a.count > 0 && b.count > 0);
        for (int i = 1; i <= PATCHES; i++) {
            a.expectAnything();
            b.expectAnything();
            patches.get(i - 1).apply();
            a.expect(Integer.toString(i));
            b.expect(Integer.toString(i));
            await(() -> a.sawNewCode() && b.sawNewCode());
            assertThat(a.wrong + b.wrong).as("after patch %d", i).isEmpty();
        }
        program.image().type("app.Main").getField("stop").set(null, true);
        assertThat(ScopedProgram.resultOf(runningA)).isNull();
        assertThat(ScopedProgram.resultOf(runningB)).isNull();
        await(() -> !Scopes.isPending());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it happens in a minute").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
