package dev.subsecond.benchmarks;

import dev.subsecond.runtime.HotFn2;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a call of a hot function cost while patching is on: before any patch, after one, after a hundred? Beside a
 * direct call, and a look-up in a table on each call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-Dsubsecond.enabled=true")
public class CallCost {

    private static final MethodHandle HANDLE = Patches.find("mix");
    private static final HotFn2<Integer, Integer, Integer> TYPED = WorkHot.mix();
    private static final Long KEY = 0x8000_0000_0000_0001L;

    private final ConcurrentMap<Long, MethodHandle> table = new ConcurrentHashMap<>();
    private HotFn2<Integer, Integer, Integer> generic = WorkHot.mix();
    private int a = 3;
    private int b = 5;

    /** How often the function was patched before. */
    @State(Scope.Thread)
    public static class Patched {

        /** The number of patches. */
        @Param({"0", "1", "100"})
        int patches;

        /** Applies them. */
        @Setup
        public void apply() {
            Patches.apply(patches);
        }
    }

    /** Fills the table. */
    @Setup
    public void fill() {
        table.put(KEY, HANDLE);
    }

    /** The baseline. */
    @Benchmark
    public int direct() {
        return Work.mix(a, b);
    }

    /** The generated stub. */
    @Benchmark
    public int stub(Patched patched) {
        return WorkHot.mix(a, b);
    }

    /** The generated handle in a {@code static final} field. */
    @Benchmark
    public int typedHandle(Patched patched) {
        return TYPED.call(a, b);
    }

    /** The same handle in a field that may change. */
    @Benchmark
    public int handleInField(Patched patched) {
        return generic.call(a, b);
    }

    /** A method handle that never changes. */
    @Benchmark
    public int methodHandle() throws Throwable {
        return (int) HANDLE.invokeExact(a, b);
    }

    /** A look-up of the newest code on each call. */
    @Benchmark
    public int tableLookUp() throws Throwable {
        MethodHandle newest = table.getOrDefault(KEY, HANDLE);
        return (int) newest.invokeExact(a, b);
    }
}
