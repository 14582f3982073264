package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compilers that do not know of one kind of dependency are caught by the comparison with clean builds, each of them. */
class PlantedFaultsTest {

    /** Far more than are needed. */
    private static final int MOST_PROGRAMS = 60;

    private static final int SEQUENCES = 5;

    private final IncrementalCompiler whole = RandomEditsTest.compiler(EnumSet.allOf(Dependency.class));
    private final Map<Dependency, IncrementalCompiler> faulty = new EnumMap<>(Dependency.class);

    PlantedFaultsTest() {
        // What processors depend on is not seen without processors: RealProcessorsTest leaves it out.
        for (Dependency each : EnumSet.complementOf(EnumSet.of(Dependency.PROCESSOR))) {
            faulty.put(each, RandomEditsTest.compiler(EnumSet.complementOf(EnumSet.of(each))));
        }
    }

    @Test
    void aCompilerThatForgetsOneKindOfDependencyIsCaught() {
        for (long seed = 1; seed <= MOST_PROGRAMS && !faulty.isEmpty(); seed++) {
            Map<Dependency, Follower> followers = new EnumMap<>(Dependency.class);
            faulty.forEach((dependency, compiler) -> followers.put(dependency, new Follower(compiler)));
            new RandomHistory(seed, whole).play(SEQUENCES, step -> {
                followers
                        .entrySet()
                        .removeIf(each -> each.getValue().follow(step).isPresent());
                return !followers.isEmpty();
            });
            faulty.keySet().retainAll(followers.keySet());
        }
        assertThat(faulty.keySet()).as("Kinds of dependency that nobody missed").isEmpty();
    }
}
