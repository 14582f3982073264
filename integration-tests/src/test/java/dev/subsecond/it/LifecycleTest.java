package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a server or its program ends, nothing is left: closing a served program looks for processes and files. */
@Execution(ExecutionMode.CONCURRENT)
class LifecycleTest {

    private static final long SECONDS_TO_END = 20;
    private static final String EVERY_JDK = "dev.subsecond.it.harness.Jdk#all";

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void theEndOfTheInputMeansQuit(Jdk jdk) {
        try (Served program = Served.program("minimal", jdk).start()) {
            program.endInput();

            assertThat(program.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    @DisabledOnOs(OS.WINDOWS)
    void interruptingEndsBoth(Jdk jdk) throws Exception {
        // A shell that runs the build in the background may have told it, and all below it, to ignore Ctrl+C.
        try (Served program = Served.program("minimal", jdk)
                .startedBy("env", "--default-signal=INT")
                .start()) {
            send("INT", program.server().toHandle());

            assertThat(program.exitCode()).isEqualTo(130);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void theProgramOfAKilledServerEndsAndRemovesItsFolder(Jdk jdk) throws Exception {
        try (Served program = Served.program("minimal", jdk).start()) {
            ProcessHandle child = program.child();
            program.server().destroyForcibly();

            child.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    @DisabledOnOs(OS.WINDOWS)
    void whatIsLeftWhenBothAreKilledIsRemovedByTheNextServer(Jdk jdk) throws Exception {
        Served killed = Served.program("minimal", jdk).start();
        ProcessHandle child = killed.child();
        send("STOP", child); // Else it might clean up.
        send("KILL", killed.server().toHandle());
        send("KILL", child);
        child.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        List<Path> left = killed.folder().leftovers();
        assertThat(left).hasSize(1);

        try (Served next = Served.program("minimal", jdk).in(killed.folder()).start()) {
            assertThat(next.folder().leftovers()).hasSize(1).doesNotContainAnyElementsOf(left);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void theProgramsOwnExitCodeIsPassedOn(Jdk jdk) {
        try (Served program = Served.program("minimal", jdk)
                .options("--", "first", "the second")
                .start()) {
            program.shows("up first,the second");
            program.save(Save.IN_PLACE, "Main.java", "return \"one\";", "System.exit(7); return \"\";");

            assertThat(program.exitCode()).isEqualTo(7);
            assertThat(program.hears("exited").number("code")).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void anUncaughtExceptionOfPatchedCodeEndsTheProgram(Jdk jdk) {
        try (Served program = Served.program("minimal", jdk).start()) {
            program.save(
                    Save.BY_RENAME, "Main.java", "return \"one\";", "throw new IllegalStateException(\"patched\");");

            assertThat(program.exitCode()).isEqualTo(1);
            int line = 1 + lines(program).indexOf("        throw new IllegalStateException(\"patched\");");
            assertThat(program.log().since(0))
                    .filteredOn(event -> event.text("stream").equals("stderr"))
                    .extracting(event -> event.text("line").strip())
                    .contains("Exception in thread \"main\" java.lang.IllegalStateException: patched")
                    .anyMatch(frame ->
                            frame.matches("at app\\.Main\\$\\$Hot1\\.text\\(Main\\.java:%d\\)".formatted(line)));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void restartBeginsAnewWithTheNewestSources(Jdk jdk) {
        try (Served program = Served.program("minimal", jdk).start()) {
            ProcessHandle first = program.child();
            program.edit(Save.IN_PLACE, "Main.java", "\"one\"", "\"two\"");
            program.shows("two");
            int before = program.log().size();
            program.command("restart");

            program.log().await(before, "the new program", event -> event.is("connected"));
            Event shown = program.log().await(before, "its output", event -> event.isOutput("two"));
            assertThat(shown.number("pid")).isNotEqualTo(first.pid());
            assertThat(first.isAlive()).isFalse();
            program.edit(Save.BY_RENAME, "Main.java", "\"two\"", "\"three\"");
            program.shows("three");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void anotherJdkCanBeAskedFor(Jdk jdk) {
        Jdk other = Jdk.all().get((Jdk.all().indexOf(jdk) + 1) % Jdk.all().size());
        Assumptions.assumeFalse(other.equals(jdk), "There is one JDK only");
        try (Served program = Served.program("minimal", jdk)
                .options("--java-home", other.home().toString())
                .start()) {
            assertThat(program.hears("started").text("java")).isEqualTo(other.version());
            program.edit(Save.IN_PLACE, "Main.java", "\"one\"", "\"two\"");
            program.shows("two");
        }
    }

    private static List<String> lines(Served program) {
        return program.sources().read("Main.java").lines().toList();
    }

    private static void send(String signal, ProcessHandle process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }
}
