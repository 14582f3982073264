package dev.subsecond.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ObserverTest {
    @TempDir
    private Path folder;

    @Test
    void waitsForTheExpectedCaption() throws Exception {
        try (ServedProgram program = serve(caption(1, 0), caption(1, 1), patched(47.5), caption(1, 2))) {
            Observer observer = observer(program, 20);

            observer.await("generation 2", caption -> caption.generation() == 2);

            assertThat(observer.last().generation()).isEqualTo(2);
            assertThat(observer.savedToLive()).hasValue(47.5);
            assertThat(program.end()).isTrue();
        }
    }

    @Test
    void noticesAGenerationThatIsMissing() throws Exception {
        assertFailure("go on with generation 1", caption(1, 0), caption(1, 2));
    }

    @Test
    void noticesAnotherWorld() throws Exception {
        assertFailure("world 1 to go on", caption(1, 0), caption(2, 1));
    }

    @Test
    void noticesARestart() throws Exception {
        assertFailure(
                "a program that runs on", caption(1, 0), "{\"event\":\"restarting\",\"why\":\"\"}", caption(1, 1));
    }

    @Test
    void noticesTheEndOfTheProgram() throws Exception {
        assertFailure("a program that runs on", caption(1, 0), "{\"event\":\"exited\",\"code\":1}");
    }

    @Test
    void doesNotTakeTheServersWordForIt() throws Exception {
        try (ServedProgram program = serve(caption(1, 0), patched(10))) {
            Observer observer = observer(program, 2);

            assertThatThrownBy(() -> observer.await("an effect", caption -> caption.generation() == 1))
                    .isInstanceOf(DemoFailure.class)
                    .hasMessageContaining("an effect, within 2 s")
                    .hasMessageContaining("patched");
        }
    }

    private void assertFailure(String expected, String... events) throws IOException {
        try (ServedProgram program = serve(events)) {
            Observer observer = observer(program, 20);

            assertThatThrownBy(() -> observer.await("nothing in particular", caption -> false))
                    .isInstanceOf(DemoFailure.class)
                    .hasMessageContaining(expected);
        }
    }

    private static Observer observer(ServedProgram program, int seconds) {
        return new Observer(program, Duration.ofSeconds(seconds));
    }

    private ServedProgram serve(String... events) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedServer.class.getName()));
        command.addAll(List.of(events));
        return ServedProgram.start(command, folder);
    }

    private static String caption(long world, long generation) {
        return "{\"event\":\"output\",\"line\":\"world " + world + ": generation " + generation + ", 9 alive\"}";
    }

    private static String patched(double total) {
        return "{\"event\":\"patched\",\"timings\":{\"total\":" + total + "}}";
    }
}
