package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Where a program under test reports each step and waits until the test lets it go on. */
final class Steps implements Consumer<String> {

    private static final long SECONDS = 60;

    private final SynchronousQueue<String> reached = new SynchronousQueue<>();
    private final SynchronousQueue<String> allowed = new SynchronousQueue<>();

    /** Called by the program. */
    @Override
    public void accept(String step) {
        try {
            boolean seen = reached.offer(step, SECONDS, TimeUnit.SECONDS);
            assertThat(seen).as("the test takes %s", step).isTrue();
            assertThat(allowed.poll(SECONDS, TimeUnit.SECONDS))
                    .as("the test lets %s go on", step)
                    .isNotNull();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The program is at that step now, and stays there. */
    void await(String step) throws InterruptedException {
        assertThat(reached.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo(step);
    }

    void proceed() throws InterruptedException {
        boolean gone = allowed.offer("", SECONDS, TimeUnit.SECONDS);
        assertThat(gone).as("the program waits").isTrue();
    }

    /** The program comes to these steps, one after the other, and goes on from each. */
    void pass(String... steps) throws InterruptedException {
        for (String step : steps) {
            await(step);
            proceed();
        }
    }
}
