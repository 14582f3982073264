package dev.subsecond.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyTest {
    @Test
    void acceptsAnInitialisedFieldThatCountsDown() {
        assertThat(Energy.fault(captions(999, 998, 997))).isEmpty();
        assertThat(Energy.fault(captions(1000, 999, 998))).isEmpty();
    }

    @Test
    void findsAFieldThatWasNotInitialised() {
        assertThat(Energy.fault(captions(-1, -2, -3))).contains("-1", "1000");
    }

    @Test
    void findsAFieldThatIsInitialisedAgain() {
        assertThat(Energy.fault(captions(999, 999, 999))).contains("999 after 1 steps");
    }

    private static List<Caption> captions(long... energies) {
        return Arrays.stream(energies)
                .mapToObj(energy -> Caption.parse("world 1: generation 5, 3 alive, energy " + energy)
                        .orElseThrow())
                .toList();
    }
}
