package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.MemberVerdict;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A fault that the linker finds in what it has made stops the class that it lies in, and no other. */
class FaultTest {

    private static final String FAULTY = """
            package app;
            class Faulty {
                static String one() { return hidden(); }
                private static String hidden() { return "one"; }
            }
            """;
    private static final String SOUND = """
            package app;
            class Sound {
                static String two() { return "two"; }
            }
            """;

    @Test
    void theOtherClassesOfTheSaveGoLive() {
        LinkedProgram program = LinkedProgram.startWithout(LinkRule.HANDLES, FAULTY, SOUND);
        LinkedProgram.Edit edit =
                program.edit(FAULTY.replace("hidden();", "hidden() + 1;"), SOUND.replace("\"two\"", "\"2\""));

        Map<String, String> verdicts = edit.result().members().stream()
                .collect(Collectors.toMap(
                        MemberVerdict::member, v -> (v.verdict().wireName() + " " + v.token()).trim()));
        assertThat(verdicts)
                .containsOnly(
                        Map.entry("app.Faulty.one()", "refused LinkerFault"), Map.entry("app.Sound.two()", "live"));
        assertThat(edit.patched()).containsExactly("app.Sound.two");
    }
}
