package dev.subsecond.devserver.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.devserver.FaultyLinker;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.Linker;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.ThinLinker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultRecorderTest {

    private static final String FAULTY = "FAULT";
    private static final Pattern FILE = Pattern.compile("is in (\\S+\\.zip);");

    @TempDir
    Path folder;

    private final List<Path> written = new ArrayList<>();
    private Map<String, byte[]> image = Map.of();
    private ClassSource libraries = name -> Optional.empty();

    /** The superclass of the program's only class comes from a library. */
    @BeforeEach
    void compileImage() throws IOException {
        byte[] base = compile("lib/Base", "package lib; public class Base { public int base() { return 1; } }");
        libraries = name -> name.equals("lib.Base") ? Optional.of(base) : ofJdk(name);
        image = Map.of("app.Main", main("return 1;"));
    }

    @AfterEach
    void deleteFiles() throws IOException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void aFaultLeavesAFileThatShowsItAgain() throws IOException {
        FaultRecorder recorder = faultyRecorder();
        link(recorder, 1, "return base();");
        recorder.applied(1);

        LinkResult result = link(recorder, 2, "return \"" + FAULTY + "\".length();");

        MemberVerdict verdict = result.members().get(0);
        assertThat(verdict.token()).isEqualTo("LinkerFault");
        assertThat(result.patch()).isEmpty();
        FaultRecord fault = FaultFile.read(fileOf(verdict));
        assertThat(fault.libraries()).containsOnlyKeys("lib.Base");
        assertThat(Replay.of(fileOf(verdict), FaultRecorderTest::faulty).members())
                .extracting(MemberVerdict::token)
                .containsExactly("LinkerFault");
        assertThat(Replay.of(fileOf(verdict), ThinLinker::new).members())
                .as("with a linker that is sound")
                .extracting(v -> v.member() + " " + v.verdict().wireName())
                .containsExactly("app.Main.value() live");
    }

    @Test
    void onlyTheUserMayReadTheFile() throws IOException {
        LinkResult result = link(faultyRecorder(), 1, "return \"" + FAULTY + "\".length();");

        Path file = fileOf(result.members().get(0));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theSaveAfterAFaultIsLinked() throws IOException {
        FaultRecorder recorder = faultyRecorder();
        fileOf(link(recorder, 1, "return \"" + FAULTY + "\".length();")
                .members()
                .get(0));

        LinkResult next = link(recorder, 2, "return 3;");

        assertThat(next.patch()).isPresent();
        assertThat(next.members())
                .extracting(v -> v.member() + " " + v.verdict().wireName())
                .containsExactly("app.Main.value() live");
    }

    @Test
    void whatIsRepeatedIncludesRefusedPatchesRollbacksAndDeletedClasses() throws IOException {
        FaultRecorder recorder = faultyRecorder();
        link(recorder, 1, "return 2;");
        recorder.applied(1);
        link(recorder, 2, "return 3;");
        recorder.rejected(2);
        recorder.rolledBack(0);
        LinkResult unused = recorder.link(3, new Changes(Map.of(), Set.of("app.Gone")));
        Path file = fileOf(link(recorder, 4, "return \"" + FAULTY + "\".length();")
                .members()
                .get(0));

        assertThat(FaultFile.read(file).calls())
                .extracting(call -> call instanceof LinkerCall.Link link
                        ? "link " + link.sequence() + " " + link.changes().deleted()
                        : call.toString())
                .containsExactly(
                        "link 1 []",
                        "Told[outcome=APPLIED, sequence=1]",
                        "link 2 []",
                        "Told[outcome=REJECTED, sequence=2]",
                        "Told[outcome=ROLLED_BACK, sequence=0]",
                        "link 3 [app.Gone]",
                        "link 4 []");
    }

    @Test
    void anotherZipIsNoRecord() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.zip"));

        assertThatThrownBy(() -> FaultFile.read(empty))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no record of a fault");
    }

    private FaultRecorder faultyRecorder() {
        return new FaultRecorder("build", image, libraries, read -> faulty("build", image, read));
    }

    /** A linker with a planted fault. */
    private static Linker faulty(String buildId, Map<String, byte[]> image, ClassSource read) {
        return new FaultyLinker(new ThinLinker(buildId, image, read), FaultRecorderTest::hasFault);
    }

    private static boolean hasFault(Changes changes) {
        return changes.compiled().values().stream()
                .anyMatch(classFile -> new String(classFile, StandardCharsets.ISO_8859_1).contains(FAULTY));
    }

    private LinkResult link(Linker linker, long sequence, String body) throws IOException {
        return linker.link(sequence, new Changes(Map.of("app.Main", main(body)), Set.of()));
    }

    private Path fileOf(MemberVerdict verdict) {
        Matcher named = FILE.matcher(verdict.reason());
        assertThat(named.find()).as(verdict.reason()).isTrue();
        Path file = Path.of(named.group(1));
        written.add(file);
        return file;
    }

    private byte[] main(String body) throws IOException {
        return compile("app/Main", "package app; public class Main extends lib.Base { int value() { " + body + " } }");
    }

    private byte[] compile(String name, String source) throws IOException {
        Path file = folder.resolve("src").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Path out = Files.createDirectories(folder.resolve("classes"));
        int exit = javac.run(
                null, null, null, "--release", "17", "-d", out.toString(), "-cp", out.toString(), file.toString());
        assertThat(exit).as("javac of " + source).isZero();
        return Files.readAllBytes(out.resolve(name + ".class"));
    }

    private static Optional<byte[]> ofJdk(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
