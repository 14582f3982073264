package dev.subsecond.benchmarks;

import dev.subsecond.runtime.HotSupplier;
import dev.subsecond.runtime.Subsecond;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does it cost to enter and leave a scope? Beside a plain call of the same closure. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-Dsubsecond.enabled=true")
public class ScopeEntry {
    private int a = 3;
    private int b = 5;

    /** Scopes do their work only then. */
    @Setup
    public void checkOn() {
        Patches.require(Subsecond.isEnabled(), "start it with -Dsubsecond.enabled=true");
    }

    /** The baseline. */
    @Benchmark
    public int direct() {
        HotSupplier<Integer> body = () -> Work.mix(a, b);
        return body.get();
    }

    /** In a scope. */
    @Benchmark
    public int scope() {
        return Subsecond.call(() -> Work.mix(a, b));
    }
}
