package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Checkout;
import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Finished;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README tells a new user to do, word for word, with the jars it names. */
@DisabledOnOs(OS.WINDOWS)
class ReadmeTest {

    private static final String EVERY_JDK = "dev.subsecond.it.harness.Jdk#all";
    private static final String GREETING = "%s, world! You are number %d.";

    private final Page readme = Page.of("README.md");

    @TempDir
    Path folder;

    @Test
    void everyMarkedBlockIsTested() {
        assertThat(readme.names())
                .containsExactly("file src/app/Greeter.java", "file src/app/Main.java", "plain-javac");
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void theProgramIsCompiledAndRunByPlainJava(Jdk jdk) throws IOException {
        readme.writeFiles(folder);
        Process process = shell(jdk, readme.block("plain-javac"));

        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo(GREETING.formatted("Hello", 1));
            assertThat(out.readLine()).isEqualTo(GREETING.formatted("Hello", 2));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void theProgramIsServedAndPatched(Jdk jdk) {
        readme.writeFiles(folder);
        try (Served program = Served.program(folder.resolve("src"), jdk).start()) {
            program.shows(GREETING.formatted("Hello", 2));
            program.edit(Save.IN_PLACE, "Greeter.java", "Hello, ", "Welcome, ");
            Event shown = program.log()
                    .await(0, "a new greeting", event -> event.text("line").startsWith("Welcome"));
            assertThat(shown.text("line")).doesNotContain("number 1.").doesNotContain("number 2.");
        }
    }

    /** As with a processor that lies on the class path, from JDK 23 on. */
    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void aProgramWithoutItsStubsIsLedToTheSetUp(Jdk jdk) throws Exception {
        readme.writeFiles(folder);
        String javac = readme.block("plain-javac")
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("--processor-path \"$LIB/subsecond-processor.jar\"", "-proc:none");
        Finished finished = Finished.await(shell(jdk, javac), 60);

        assertThat(finished.out()).contains("cannot find symbol").contains("variable GreeterHot");
        String page = Files.readString(Checkout.root().resolve("docs/annotation-processing.md"));
        assertThat(page).contains("cannot find symbol … variable GameHot");
        assertThat(readme.text()).contains("(docs/annotation-processing.md)");
    }

    private Process shell(Jdk jdk, String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", script);
        builder.environment().put("PATH", jdk.home().resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("LIB", Checkout.libraries().toString());
        return builder.directory(folder.toFile()).redirectErrorStream(true).start();
    }
}
