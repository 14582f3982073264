package dev.subsecond.benchmarks;

import dev.subsecond.benchmarks.release.Released;
import dev.subsecond.benchmarks.release.ReleasedHot;
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

/** Does a stub cost anything while patching is off, and does one of a release build? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class OffCost {

    private int a = 3;
    private int b = 5;

    /** Off is how a program starts. */
    @Setup
    public void checkOff() {
        Patches.require(!Subsecond.isEnabled(), "start it without -Dsubsecond.enabled");
    }

    /** The baseline. */
    @Benchmark
    public int direct() {
        return Work.mix(a, b);
    }

    /** The stub, off. */
    @Benchmark
    public int stubOff() {
        return WorkHot.mix(a, b);
    }

    /** The direct call of what the release stub calls; differs from the baseline by chance only. */
    @Benchmark
    public int directReleased() {
        return Released.mix(a, b);
    }

    /** The stub of a release build. */
    @Benchmark
    public int stubReleased() {
        return ReleasedHot.mix(a, b);
    }
}
