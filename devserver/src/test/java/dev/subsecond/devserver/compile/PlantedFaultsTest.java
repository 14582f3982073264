package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compilers that do not know of one kind of dependency are caught by the comparison with clean builds, each of them. */
class PlantedFaultsTest {

    private static final int MOST_PROGRAMS = 20;
    private static final int SEQUENCES = 5;

    private boolean caught;

    /** What processors depend on is not seen without processors: RealProcessorsTest leaves it out. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROCESSOR")
    void aCompilerThatForgetsADependencyIsCaught(Dependency forgotten) throws IOException {
        int scene = Arrays.stream(RandomScene.values())
                .filter(each -> each.dependency() == forgotten)
                .mapToInt(Enum::ordinal)
                .findFirst()
                .orElse(0);
        try (IncrementalCompiler whole = RandomEditsTest.compiler(EnumSet.allOf(Dependency.class));
                IncrementalCompiler faulty = RandomEditsTest.compiler(EnumSet.complementOf(EnumSet.of(forgotten)))) {
            for (int program = 0; program < MOST_PROGRAMS && !caught; program++) {
                Follower follower = new Follower(faulty);
                long seed = scene + (long) program * RandomScene.values().length;
                new RandomHistory(seed, whole).play(SEQUENCES, step -> {
                    caught |= follower.follow(step).isPresent();
                    return !caught;
                });
            }
        }
        assertThat(caught)
                .as("A compiler that forgets %s differs from clean builds", forgotten)
                .isTrue();
    }
}
