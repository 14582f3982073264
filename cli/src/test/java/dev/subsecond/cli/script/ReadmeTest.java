package dev.subsecond.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does what the README says, word for word, on every JDK of this machine. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ReadmeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.subsecond.cli.process.Jdks#installed")
    void compilesAndRunsWithPlainJava(Path jdk) throws IOException {
        Readme readme = Readme.read();
        readme.writeFiles(folder);
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", readme.block("plain-javac"));
        shell.environment().put("PATH", jdk.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        shell.environment().put("LIB", copyOfTheJars().toString());
        Process process =
                shell.directory(folder.toFile()).redirectErrorStream(true).start();

        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("Hello, world! You are number 1.");
            assertThat(out.readLine()).isEqualTo("Hello, world! You are number 2.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** What {@code cli/target/lib} will hold: it is filled after the tests. */
    private Path copyOfTheJars() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib with space"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.endsWith(".jar")) {
                Files.copy(Path.of(entry), lib.resolve(name.replaceFirst("-\\d[\\w.]*(-SNAPSHOT)?\\.jar$", ".jar")));
            }
        }
        return lib;
    }
}
