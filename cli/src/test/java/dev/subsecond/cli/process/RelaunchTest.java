package dev.subsecond.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.cli.output.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class RelaunchTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.subsecond.cli.process.Jdks#installed")
    void passesOnArgumentsStreamsAndExitCode(Path jdk) throws Exception {
        Files.writeString(folder.resolve("Tool.java"), "class Tool { public static void main(String[] a) {} }");
        List<String> command = new ArrayList<>(Relaunch.commandLine());
        command.addAll(List.of("serve", "--source", folder.toString(), "--java-home", jdk.toString()));
        Process process = new ProcessBuilder(command).start();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(err).isEqualTo(ExitCode.NO_MAIN_CLASS.code());
        assertThat(err).containsOnlyOnce("--main Tool");
    }

    @Test
    void explainsThatAJreCannotServe() throws Exception {
        List<String> command = new ArrayList<>(Relaunch.commandLine());
        command.addAll(1, List.of("--limit-modules", "java.base,java.net.http,java.logging"));
        command.addAll(List.of("serve", "--source", folder.toString(), "--main", "Tool"));
        Process process = new ProcessBuilder(command).start();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(err).isEqualTo(ExitCode.NO_COMPILER.code());
        assertThat(err).contains("no compiler", "--java-home");
    }

    @Test
    void isNotNeededOnTheSameJavaUnderAnotherName() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(System.getProperty("java.home")));
        boolean needed = Relaunch.isNeeded(link);
        Files.delete(link);

        assertThat(needed).isFalse();
        assertThat(Relaunch.isNeeded(folder)).isTrue();
    }
}
