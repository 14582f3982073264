package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that call all the time while patches come. The program itself checks each call, and ends if one is wrong. */
@Isolated("it keeps all processors busy")
class ThreadsTest {

    private static final int PATCHES = 100;
    private static final String GENERATION = "/*generation*/ 0L";
    private static final long NANOS_APART = TimeUnit.MILLISECONDS.toNanos(95);

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void noCallGetsAnOlderValueThanOneBefore(Jdk jdk) {
        try (Served program =
                Served.program("threads", jdk).options("--", "" + (PATCHES + 1)).start()) {
            String text = program.sources().original("Values.java");
            long begin = System.nanoTime();
            for (int generation = 1; generation <= PATCHES; generation++) {
                program.write(
                        "Values.java",
                        text.replace(GENERATION, generation + "L"),
                        generation % 2 == 0 ? Save.IN_PLACE : Save.BY_RENAME);
                Event patched = program.patched();
                assertThat(patched.number("generation")).isEqualTo(generation);
                LockSupport.parkNanos(begin + generation * NANOS_APART - System.nanoTime());
            }
            // The program ends when it has seen one more: perhaps before it can say so.
            program.write("Values.java", text.replace(GENERATION, PATCHES + 1 + "L"), Save.IN_PLACE);
            assertThat(program.exitCode()).as("All events\n%s", program.log()).isZero();
            program.log().await(0, "many calls", event -> event.isOutput("calls enough"));
        }
    }
}
