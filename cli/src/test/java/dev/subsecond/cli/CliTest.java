package dev.subsecond.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.cli.output.Recording;
import dev.subsecond.devserver.LinkerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything the command says without starting a program. */
class CliTest {
    private static final LinkerFactory NONE = (buildId, image, libraries) -> {
        throw new AssertionError("Nothing is to be linked here");
    };

    @TempDir
    private Path folder;

    private final Recording recording = new Recording();

    @Test
    void showsItsUsageWhenNothingIsAsked() {
        assertThat(run()).isEqualTo(ExitCode.USAGE.code());
        assertThat(recording.err()).contains("serve", "demo", "Examples:");
        assertThat(recording.out()).isEmpty();
    }

    @Test
    void explainsServeWithExamples() {
        assertThat(run("serve", "--help")).isZero();
        assertThat(recording.out())
                .contains("--classes", "--processor-path", "--javac-arg")
                .contains("--source", "--main", "--classpath", "--java-home", "--jvm-arg", "--json", "-- ARG...")
                .contains("Examples:")
                .doesNotContain("\033");
    }

    @ParameterizedTest
    @EnumSource
    void documentsEveryExitCodeOfServe(ExitCode code) {
        run("serve", "--help");
        run("demo", "--help");

        assertThat(recording.out()).containsPattern("\\b" + code.code() + "\\b");
    }

    @Test
    void replayNeedsTheRecordOfAFault() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "no zip");

        assertThat(run("replay", other.toString())).isEqualTo(ExitCode.NO_INPUT.code());
        assertThat(recording.err()).contains("notes.txt", "is no record of a fault");
        assertThat(run("replay", folder.resolve("gone.zip").toString())).isEqualTo(ExitCode.NO_INPUT.code());
        assertThat(recording.err()).contains("cannot read").contains("gone.zip");
    }

    @Test
    void helpIsACommandToo() {
        assertThat(run("help", "demo")).isZero();
        assertThat(recording.out()).contains("subsecond demo");
    }

    @Test
    void tellsVersionAndJava() {
        assertThat(run("--version")).isZero();
        assertThat(recording.out()).contains("subsecond ", System.getProperty("java.version"));
    }

    @Test
    void proposesTheCommandThatWasMeant() {
        assertThat(run("sevre")).isEqualTo(ExitCode.USAGE.code());
        assertThat(recording.err()).contains("'sevre'", "Did you mean", "serve");
    }

    @Test
    void refusesMistypedOptionsEvenWhereSeveralValuesAreTaken() {
        assertThat(run("serve", "--source", folder.toString(), "--jsn", "--main", "M"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(recording.err()).contains("'--jsn'", "subsecond serve --help");
    }

    @Test
    void asksForSources() {
        assertThat(run("serve", "--main", "M")).isEqualTo(ExitCode.USAGE.code());
        assertThat(recording.err()).contains("--source").contains("--classes");
    }

    @Test
    void refusesSourcesBesideClasses() {
        assertThat(run("serve", "--source", folder.toString(), "--classes", folder.toString(), "--main", "M"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(recording.err()).contains("either --source or --classes");
    }

    @Test
    void namesTheClassDirectoryThatIsMissing() {
        Path missing = folder.resolve("missing");

        assertThat(run("serve", "--classes", missing.toString(), "--main", "M")).isEqualTo(ExitCode.NO_INPUT.code());
        assertThat(recording.err()).contains(missing.toString()).contains("--classes");
    }

    @Test
    void javacArgumentsMayLookLikeOptions() {
        assertThat(run("serve", "--source", folder.toString(), "--javac-arg", "-d", "out", "--main", "M"))
                .isEqualTo(ExitCode.DOES_NOT_COMPILE.code());
        assertThat(recording.err()).contains("-d").contains("class files are kept in memory");
    }

    @Test
    void namesTheDirectoryThatIsMissing() {
        Path missing = folder.resolve("missing");

        assertThat(run("serve", "--source", missing.toString(), "--main", "M")).isEqualTo(ExitCode.NO_INPUT.code());
        assertThat(recording.err()).contains(missing.toString()).contains("--source");
    }

    @Test
    void offersTheMainClassesThereAre() throws IOException {
        Files.writeString(folder.resolve("Tool.java"), "class Tool { public static void main(String[] a) {} }");

        assertThat(run("serve", "--source", folder.toString())).isEqualTo(ExitCode.NO_MAIN_CLASS.code());
        assertThat(recording.err()).contains("--main CLASS").contains("--main Tool");
    }

    @Test
    void saysThatAJavaHomeIsNone() {
        assertThat(run("serve", "--source", folder.toString(), "--main", "M", "--java-home", folder.toString()))
                .isEqualTo(ExitCode.NO_INPUT.code());
        assertThat(recording.err()).contains(folder.toString(), "bin/java");
    }

    @Test
    void saysThatAJavaHomeIsTooOld() throws IOException {
        Path java = folder.resolve("bin").resolve("java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nexit 9\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        assertThat(run("serve", "--source", folder.toString(), "--main", "M", "--java-home", folder.toString()))
                .isEqualTo(ExitCode.NO_COMPILER.code());
        assertThat(recording.err()).contains("is Java 11", "17 or newer");
    }

    @Test
    void exitCodesDiffer() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code)).doesNotHaveDuplicates();
    }

    private int run(String... args) {
        return new Cli(recording.console(), InputStream.nullInputStream(), NONE).run(args);
    }
}
