package dev.subsecond.devserver.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ChildTest {

    private static Launch launch(List<String> jvmArgs, List<String> programArgs) {
        return new Launch(
                List.of(Path.of("a b"), Path.of("c")), "app.Main", jvmArgs, programArgs, Map.of("NAME", "value"));
    }

    @Test
    void theCommandKeepsCallersCompiledAndLetsTheUserWin() {
        List<String> command = launch(List.of("-Xmx64m"), List.of("", "x y")).command();

        assertThat(command.subList(1, command.size()))
                .containsExactly(
                        "-XX:PerMethodRecompilationCutoff=-1",
                        "-Xmx64m",
                        "-cp",
                        "a b" + java.io.File.pathSeparator + "c",
                        "dev.subsecond.runtime.launch.Launcher",
                        "app.Main",
                        "",
                        "x y");
        assertThat(command.get(0)).startsWith(System.getProperty("java.home"));
    }

    @Test
    void aProgramThatCannotStartHasAnExitCodeAndItsOutputIsComplete() throws Exception {
        List<String> output = new CopyOnWriteArrayList<>();

        Child child =
                Child.start(launch(List.of("-XX:NoSuchFlagAtAll"), List.of()), (pid, stream, line) -> output.add(line));

        assertThat(child.awaitExit()).isEqualTo(1);
        assertThat(output).anyMatch(line -> line.contains("NoSuchFlagAtAll"));
    }
}
