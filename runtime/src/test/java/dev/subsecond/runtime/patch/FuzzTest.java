package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand mutants of a good patch, each refused with a {@code PatchException} that left everything as it was,
 * or taken as a whole and replaced by the next good patch. They are tried in JVMs of their own, which must not crash.
 *
 * <p>{@code -Dsubsecond.fuzz.seed=…} tries others, {@code -Dsubsecond.fuzz.cases=…} more, {@code -Dsubsecond.fuzz.first=…}
 * begins with a later one. A failure prints what to set to see it again.
 */
class FuzzTest {

    private static final long SEED = Long.getLong("subsecond.fuzz.seed", 20_261_125);
    private static final long FIRST = Long.getLong("subsecond.fuzz.first", 0);
    private static final long CASES = Long.getLong("subsecond.fuzz.cases", 100_000);

    @Test
    void aMutatedPatchIsRefusedOrTakenAsAWhole() throws Exception {
        System.out.println("Fuzzing " + CASES + " cases from " + FIRST + " with the seed " + SEED);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                FuzzRun.class.getName(),
                "" + SEED,
                "" + FIRST,
                "" + CASES));
        Process process = builder.redirectErrorStream(true).start();
        String output;
        try (BufferedReader lines = process.inputReader()) {
            output = lines.lines().collect(Collectors.joining("\n"));
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        System.out.println(output);
        assertThat(process.exitValue()).as("%s", output).isZero();
        assertThat(outcomes(output)).isEqualTo(CASES);
        assertThat(output).contains("CLASS VERIFY_FAILED=", "CLASS taken, other code=", "CLASS taken, the same code=");
    }

    /** How many cases the child says it tried. */
    private static long outcomes(String output) {
        String counts = output.substring(output.lastIndexOf('{') + 1, output.lastIndexOf('}'));
        return List.of(counts.split("[^0-9]+")).stream()
                .filter(number -> !number.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }
}
