package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random programs under random edits. More of them: {@code -Dsubsecond.edits.sequences=5000}; others:
 * {@code -Dsubsecond.edits.seed=7}.
 */
class RandomEditsTest {

    private static final int SEQUENCES = Integer.getInteger("subsecond.edits.sequences", 500);
    private static final long SEED = Long.getLong("subsecond.edits.seed", 1);

    /** A program that compiles is dear, so that several sequences begin with what the one before left. */
    private static final int SEQUENCES_OF_A_PROGRAM = 5;

    private final IncrementalCompiler compiler = compiler(EnumSet.allOf(Dependency.class));
    private int compared;

    @AfterEach
    void close() throws IOException {
        compiler.close();
    }

    @Test
    void afterEachEditTheClassesAreThoseOfACleanBuild() {
        int programs = (SEQUENCES + SEQUENCES_OF_A_PROGRAM - 1) / SEQUENCES_OF_A_PROGRAM;
        for (long seed = SEED; seed < SEED + programs; seed++) {
            RandomHistory history = new RandomHistory(seed, compiler);
            Follower follower = new Follower(compiler);
            history.play(SEQUENCES_OF_A_PROGRAM, step -> {
                compared++;
                Optional<String> difference = follower.follow(step);
                assertThat(difference)
                        .as("The classes after the last edit of\n%s", history)
                        .isEmpty();
                return true;
            });
        }
        System.out.printf("%d edits from seed %d compared with clean builds%n", compared, SEED);
        assertThat(compared).isGreaterThan(SEQUENCES);
    }

    /** Without the modules that no program here uses, javac starts several times faster. */
    static IncrementalCompiler compiler(Set<Dependency> rules) {
        CompilerSettings settings = new CompilerSettings(List.of(), List.of(), List.of("--limit-modules", "java.base"));
        return new IncrementalCompiler(ToolProvider.getSystemJavaCompiler(), settings, rules);
    }
}
