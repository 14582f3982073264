package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Finished;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Launch;
import dev.subsecond.it.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code subsecond demo}, as distributed. */
class DemoTest {

    private static final long SECONDS = 60;

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void endsWithZeroAndLeavesNothing(Jdk jdk) throws Exception {
        try (TestFolder folder = TestFolder.create()) {
            Finished demo = Finished.await(new Launch(jdk, folder, "demo").start(), SECONDS);

            assertThat(demo.code()).as("%s", demo).isZero();
            assertThat(demo.out()).containsPattern("live \\d+ ms after the save");
            assertThat(folder.leftovers()).isEmpty();
        }
    }
}
