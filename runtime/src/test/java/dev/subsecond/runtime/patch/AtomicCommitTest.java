package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.StagedPatch;
import dev.subsecond.runtime.table.TornCommit;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads call functions whose value is the patch they are from, while patches go live. After a call that ran patch n, no
 * call on that thread may run an older one, of whatever function, nor may what the new code calls.
 */
class AtomicCommitTest {

    private static final int FUNCTIONS = 12;
    private static final int LATE = 60;
    private static final int PATCHES = 40;
    private static final int THREADS = 4;

    /** The guards are those of a prepared image, written by hand. */
    private static final String GUARDED = """
            package app;
            import dev.subsecond.runtime.link.ImageLinker;
            import java.lang.invoke.*;
            public class %1$s {
                static final MethodHandle GUARD = ImageLinker.guard(MethodHandles.lookup(), "guard",
                        MethodType.methodType(boolean.class), "value", "()J", 1).dynamicInvoker();
                static class Dispatch {
                    static final MethodHandle CODE = ImageLinker.dispatch(lookup(), "dispatch",
                            MethodType.methodType(long.class), "value", "()J", 1).dynamicInvoker();
                }
                static MethodHandles.Lookup lookup() { return MethodHandles.lookup(); }
                public static long value() throws Throwable {
                    if ((boolean) GUARD.invokeExact()) return (long) Dispatch.CODE.invokeExact();
                    return 0;
                }
            }
            """;

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of(sources());

    @Test
    void noThreadEverSeesNewCodeAndThenOld() throws Exception {
        Patcher patcher = new Patcher(image);
        assertThat(torn(table -> apply(patcher, table))).isZero();
    }

    @Test
    void theTestCatchesACommitThatIsNotAtomic() throws Exception {
        ManagedPatchLoader loader = new ManagedPatchLoader(
                HotTable.shared(), () -> List.of(HotTable.shared().image(image)));
        assertThat(torn(table -> TornCommit.commit(load(loader, table)))).isPositive();
    }

    /** Runs the threads while all patches are committed; how often any of them went back in time. */
    private long torn(Consumer<JumpTable> commit) throws Exception {
        List<JumpTable> patches = patches();
        Method run = image.type("app.Worker").getMethod("run", AtomicBoolean.class, int.class);
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int offset = i;
                running.add(threads.submit(() -> {
                    started.countDown();
                    return run.invoke(null, stop, offset);
                }));
            }
            started.await();
            patches.forEach(commit);
            stop.set(true);
            long torn = 0;
            for (Future<?> thread : running) {
                torn += (Long) thread.get();
            }
            return torn;
        } finally {
            stop.set(true);
            threads.shutdownNow();
        }
    }

    private List<JumpTable> patches() {
        String[] sources = IntStream.rangeClosed(1, PATCHES)
                .mapToObj(AtomicCommitTest::patchSource)
                .toArray(String[]::new);
        Map<String, byte[]> compiled = image.compileAgainst(sources);
        return IntStream.rangeClosed(1, PATCHES)
                .mapToObj(sequence -> patch(sequence, compiled).write(folder))
                .toList();
    }

    private static TestPatch patch(int sequence, Map<String, byte[]> compiled) {
        TestPatch patch = new TestPatch(sequence);
        String body = "app.Worker$$Hot" + sequence;
        compiled.forEach((name, bytes) -> {
            if (name.equals(body)) {
                patch.classes("app.Worker", Map.of(name, bytes));
            }
        });
        for (String owner : owners()) {
            patch.function("app." + owner, "value", "()J", true, body);
        }
        return patch;
    }

    /** The new code of every function; it calls another one, whose code must be at least as new. */
    private static String patchSource(int sequence) {
        return """
                package app;
                public class Worker$$Hot%1$d {
                    public static long value() throws Throwable {
                        if (DEPTH.get()[0] == 0) {
                            DEPTH.get()[0] = 1;
                            try { if (F0.value() < %1$d) Worker.TORN.increment(); } finally { DEPTH.get()[0] = 0; }
                        }
                        return %1$d;
                    }
                    static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);
                }
                """.formatted(sequence);
    }

    private static String[] sources() {
        List<String> sources = new ArrayList<>();
        sources.add(workerSource());
        owners().forEach(owner -> sources.add(GUARDED.formatted(owner)));
        return sources.toArray(String[]::new);
    }

    /** Calls all functions round and round; the late ones, one after the other, for the first time. */
    private static String workerSource() {
        String calls = IntStream.range(0, FUNCTIONS)
                .mapToObj(i -> "now = F" + i + ".value(); if (now < seen) torn++; seen = Math.max(seen, now);")
                .collect(Collectors.joining("\n"));
        String late = IntStream.range(0, LATE)
                .mapToObj(i -> "case " + i + ": return L" + i + ".value();")
                .collect(Collectors.joining("\n"));
        return """
                package app;
                import java.util.concurrent.atomic.*;
                public class Worker {
                    static final LongAdder TORN = new LongAdder();
                    static long late(int i) throws Throwable { switch (i) { %s default: return Long.MAX_VALUE; } }
                    public static Long run(AtomicBoolean stop, int offset) throws Throwable {
                        long torn = 0, seen = 0, now = 0;
                        for (int round = 0; !stop.get(); round++) {
                            %s
                            int i = round / 200;
                            if (round %% 200 == 50 * offset && i < %d) { now = late(i); if (now < seen) torn++; seen = now; }
                        }
                        return torn + (offset == 0 ? TORN.sum() : 0);
                    }
                }
                """.formatted(late, calls, LATE);
    }

    private static List<String> owners() {
        List<String> owners = new ArrayList<>();
        IntStream.range(0, FUNCTIONS).forEach(i -> owners.add("F" + i));
        IntStream.range(0, LATE).forEach(i -> owners.add("L" + i));
        return owners;
    }

    private static void apply(Patcher patcher, JumpTable table) {
        try {
            patcher.apply(table);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static StagedPatch load(ManagedPatchLoader loader, JumpTable table) {
        try {
            return loader.load(table).parts().get(0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
