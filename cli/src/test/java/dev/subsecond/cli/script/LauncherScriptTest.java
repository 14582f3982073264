package dev.subsecond.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script in a checkout of its own, whose path has spaces and more than ASCII, with a Java and a Maven that only say
 * how they were called.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
    private static final String JAVA = "#!/bin/sh\nprintf 'java'; printf ' <%s>' \"$@\"; echo\n";
    private static final String MAVEN = """
            #!/bin/sh
            echo '[INFO] --------< dev.subsecond:subsecond-runtime >--------'
            echo '[INFO] Building Subsecond: runtime 0.1.0-SNAPSHOT          [3/7]'
            mkdir -p cli/target/lib
            touch cli/target/subsecond.jar
            """;

    private static final List<String> TOOLS_OF_THE_SYSTEM = List.of(
            "bash",
            "dirname",
            "find",
            "grep",
            "head",
            "locale",
            "mkdir",
            "readlink",
            "sed",
            "tail",
            "tee",
            "touch",
            "tr",
            "wc");

    private record Run(int code, String out, String err) {}

    @TempDir
    private Path folder;

    private Path checkout;
    private Path tools;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("my ch\u00e9ckout"));
        tools = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.copy(Path.of("../subsecond"), checkout.resolve("subsecond"));
        for (String module : List.of("annotations", "runtime", "processor", "thinlink", "devserver", "cli")) {
            write(checkout.resolve(module).resolve("pom.xml"), "");
            write(checkout.resolve(module).resolve("src/main/A.java"), "");
        }
        write(checkout.resolve("examples/life/src/main/A.java"), "");
        write(checkout.resolve("pom.xml"), "");
        release("17.0.15");
        tool("java", JAVA);
        tool("mvn", MAVEN);
    }

    @Test
    void buildsOnFirstUseAndShowsHowFarItIs() throws Exception {
        Run run = run(checkout.resolve("subsecond"), "demo", "two words");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("building", "3 of 7: runtime");
        assertThat(run.out()).contains("<-jar> <" + jar().toRealPath() + "> <demo> <two words>");
    }

    @Test
    void doesNotBuildWhatIsFresh() throws Exception {
        run(checkout.resolve("subsecond"));
        Files.setLastModifiedTime(jar(), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run(checkout.resolve("subsecond")).err()).isEmpty();
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run(checkout.resolve("subsecond"));
        Files.setLastModifiedTime(
                checkout.resolve("thinlink/src/main/A.java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run(checkout.resolve("subsecond")).err()).contains("building");
    }

    @Test
    void worksThroughLinksFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link one"), Path.of("link two"));
        Files.createSymbolicLink(folder.resolve("link two"), checkout.resolve("subsecond"));

        assertThat(run(link, "--version").out()).contains(jar().toRealPath().toString());
    }

    @Test
    void saysThatTheJavaIsTooOld() throws Exception {
        release("1.8.0_402");

        Run run = run(checkout.resolve("subsecond"));

        assertThat(run.code()).isEqualTo(69);
        assertThat(run.err()).contains("is Java 8", "Java 17 or newer", "JAVA_HOME");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Files.delete(tools.resolve("mvn"));

        Run run = run(checkout.resolve("subsecond"));

        assertThat(run.code()).isEqualTo(69);
        assertThat(run.err()).contains("Maven (mvn) is not on the PATH");
    }

    @Test
    void saysThatJavaIsMissing() throws Exception {
        Files.delete(tools.resolve("java"));

        Run run = run(checkout.resolve("subsecond"));

        assertThat(run.code()).isEqualTo(69);
        assertThat(run.err()).contains("no Java found", "JDK 17 or newer");
    }

    @Test
    void prefersJavaHomeAndSaysWhenItIsNone() throws Exception {
        Run run = run(List.of("JAVA_HOME=" + folder), checkout.resolve("subsecond"));

        assertThat(run.code()).isEqualTo(69);
        assertThat(run.err()).contains("JAVA_HOME is " + folder);
    }

    @Test
    void showsWhatMavenSaidWhenTheBuildFails() throws Exception {
        tool("mvn", "#!/bin/sh\necho '[INFO] noise'\necho '[ERROR] no such dependency'\nexit 1\n");

        Run run = run(checkout.resolve("subsecond"));

        assertThat(run.code()).isEqualTo(70);
        assertThat(run.err())
                .contains("[ERROR] no such dependency", "build.log")
                .doesNotContain("noise");
    }

    private Path jar() {
        return checkout.resolve("cli/target/subsecond.jar");
    }

    private Run run(Path script, String... args) throws Exception {
        return run(List.of(), script, args);
    }

    /** Runs with no environment but the tools, and those few of the system that the script itself calls. */
    private Run run(List<String> environment, Path script, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=" + tools + ":" + systemTools()));
        command.addAll(environment);
        command.add("bash");
        command.add(script.toString());
        command.addAll(List.of(args));
        Path err = folder.resolve("stderr");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    /** A folder of scripts that call the system's tools, without the machine's own Java and Maven. */
    private Path systemTools() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("system"));
        for (String name : TOOLS_OF_THE_SYSTEM) {
            Path tool = directory.resolve(name);
            Path original = Files.exists(Path.of("/usr/bin", name)) ? Path.of("/usr/bin", name) : Path.of("/bin", name);
            write(tool, "#!/bin/sh\nexec " + original + " \"$@\"\n");
            assertThat(tool.toFile().setExecutable(true)).isTrue();
        }
        return directory;
    }

    private void release(String version) throws IOException {
        write(tools.resolveSibling("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void tool(String name, String script) throws IOException {
        write(tools.resolve(name), script);
        assertThat(tools.resolve(name).toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
