package dev.subsecond.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.cli.Main;
import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.cli.output.Recording;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo against the real server, and against one that forgets what was saved. */
@Timeout(120)
class DemoTest {
    private final Recording recording = new Recording();

    @Test
    void showsEveryEditInTheProgramsOwnWords() throws Exception {
        assertThat(play(Main.class)).as(recording.err()).isEqualTo(ExitCode.OK);
        assertThat(recording.out())
                .containsPattern("after +world \\d+: generation \\d+, \\d+ cells are alive")
                .containsPattern("after +world \\d+: generation \\d+, \\d+ alive in \\d+ rows")
                .containsPattern("after +world \\d+: generation \\d+, \\d+ alive, energy (1000|999)")
                .containsPattern("Game.java:\\d+: error: cannot find symbol")
                .containsPattern("after +world \\d+: generation \\d+, \\d+ inhabitants")
                .containsPattern("live \\d+ ms after the save")
                .contains("without a gap");
    }

    @Test
    void failsWhenPatchesAreDropped() throws Exception {
        assertThat(play(DroppingServer.class)).isEqualTo(ExitCode.FAILED);
        assertThat(recording.err()).contains("The demo failed", "cells are alive", "heard last");
    }

    private ExitCode play(Class<?> mainClass) throws Exception {
        List<String> commandLine = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass.getName());
        return new Demo(recording.console(), commandLine).play();
    }
}
