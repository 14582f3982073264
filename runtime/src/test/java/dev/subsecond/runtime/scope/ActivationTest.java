package dev.subsecond.runtime.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.scope.Activation.Decision;
import org.junit.jupiter.api.Test;

/** When a stale scope runs again, and when it is given up. */
class ActivationTest {

    private static final long SECOND = 1_000_000_000;

    private final Activation activation = new Activation();

    @Test
    void aScopeRunsAgainOnceForEachCommit() {
        assertThat(activation.onStale("f", 1, 0)).isEqualTo(Decision.RESTART);
        activation.restarted(1, 0);
        assertThat(activation.onStale("f", 2, 0)).isEqualTo(Decision.RESTART);
    }

    @Test
    void aScopeThatIsStaleAfterItsRestartIsGivenUpUntilTheNextCommit() {
        activation.restarted(1, 0);
        assertThat(activation.onStale("f", 1, 0)).isEqualTo(Decision.GIVE_UP_UNHELPED);
        assertThat(activation.onStale("f", 1, 0)).isEqualTo(Decision.LEAVE);
        assertThat(activation.onStale("f", 2, 0)).isEqualTo(Decision.RESTART);
    }

    @Test
    void fiftyRestartsInTenSecondsAreTheMost() {
        restart(50, 0);
        assertThat(activation.onStale("f", 51, 9 * SECOND)).isEqualTo(Decision.GIVE_UP_RESTLESS);
        assertThat(activation.onStale("f", 52, 100 * SECOND)).as("for ever").isEqualTo(Decision.LEAVE);
    }

    @Test
    void aLongLifeOfSlowEditsIsNoReasonToGiveUp() {
        restart(200, SECOND / 4);
        assertThat(activation.onStale("f", 201, 200 * SECOND / 4)).isEqualTo(Decision.RESTART);
    }

    @Test
    void aBurstCountsWhereverItLies() {
        restart(120, SECOND / 4);
        for (int i = 0; i < 50; i++) {
            activation.restarted(121 + i, 30 * SECOND + i);
        }
        assertThat(activation.onStale("f", 171, 31 * SECOND)).isEqualTo(Decision.GIVE_UP_RESTLESS);
    }

    private void restart(int times, long everyNanos) {
        for (int i = 0; i < times; i++) {
            activation.restarted(i + 1, i * everyNanos);
        }
    }
}
