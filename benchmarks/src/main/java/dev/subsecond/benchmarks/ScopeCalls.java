package dev.subsecond.benchmarks;

import dev.subsecond.runtime.Subsecond;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Does a hot call cost more in a scope than outside of one, while nothing is stale? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-Dsubsecond.enabled=true")
public class ScopeCalls {
    private static final int CALLS = 1000;

    private int a = 3;
    private int b = 5;

    /** Scopes do their work only then. */
    @Setup
    public void checkOn() {
        Patches.require(Subsecond.isEnabled(), "start it with -Dsubsecond.enabled=true");
    }

    /** The baseline: outside of a scope. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int direct() {
        return calls();
    }

    /** In a scope. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int inScope() {
        return Subsecond.call(this::calls);
    }

    /** Each call waits for the one before. */
    private int calls() {
        int sum = a;
        for (int i = 0; i < CALLS; i++) {
            sum = WorkHot.mix(sum, b);
        }
        return sum;
    }
}
