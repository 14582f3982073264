package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.launch.ChildJvm;
import dev.subsecond.runtime.launch.Jdks;
import dev.subsecond.runtime.nativecode.CLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole programs, each in a JVM of its own, that apply native patches to themselves. */
class NativePatchProgramTest {

    private static final String PROGRAM = """
            package app;
            import dev.subsecond.runtime.*;
            import dev.subsecond.runtime.link.StubLinker;
            import java.lang.invoke.*;
            import java.nio.file.*;
            public class Main {
                static int twice(int x) { return 2 * x; }
                static final HotFn1<Integer, Integer> TWICE = HotFn1.of(StubLinker.link(MethodHandles.lookup(), Main.class,
                        "twice", MethodType.methodType(int.class, int.class), true));
                public static void main(String[] args) throws Exception {
                    Subsecond.registerHandler(event -> System.out.println("handler " + event.functions().get(0).name()));
                    for (String table : args) {
                        PatchResult result = Subsecond.applyPatch(JumpTable.parse(Files.readString(Path.of(table))));
                        System.out.println("applied " + result.generation() + " " + TWICE.call(10)
                                + " " + TWICE.ptrAddress().isManaged());
                    }
                    try {
                        Subsecond.aslrReference("");
                    } catch (IllegalArgumentException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    static Stream<Path> jdks() throws IOException {
        return Jdks.homes();
    }

    /** The first patch is a jar, the second a library, and the third goes back to the image. */
    @ParameterizedTest
    @MethodSource("jdks")
    void jnaIsLoadedForTheFirstNativePatchAndNotBefore(Path jdk) throws Exception {
        ChildJvm.compile(folder, PROGRAM, "--release", "17");
        String managed = write("managed.json", managed());
        CLibrary patch =
                CLibrary.compile(folder.resolve("patch.so"), "int main(void){return 0;} int times(int x){return 4*x;}");
        long twice = TestPatch.imageAddress("app.Main", "twice", "(I)I");
        String nativeCode = write(
                "native.json",
                new NativeTable(patch).entry(twice, patch.address("times")).table());
        String back =
                write("back.json", new NativeTable(patch).entry(twice, twice).table());
        ChildJvm child = ChildJvm.start(
                jdk,
                folder,
                Map.of(),
                "-Dsubsecond.enabled=true",
                "-Xlog:class+load",
                "app.Main",
                managed,
                nativeCode,
                back);
        List<String> output = child.output().lines().toList();
        assertThat(child.exitCode()).as(child.errors()).isZero();
        assertThat(output)
                .contains("handler app.Main.twice(int)", "applied 1 30 true", "applied 2 40 false", "applied 3 20 true")
                .contains("this process exports no symbol main");
        int first = output.indexOf("applied 1 30 true");
        assertThat(output.subList(0, first)).noneMatch(line -> line.contains("com.sun.jna"));
        assertThat(output.subList(first, output.size())).anyMatch(line -> line.contains("com.sun.jna.Function"));
    }

    private String write(String name, JumpTable table) throws IOException {
        return Files.writeString(folder.resolve(name), table.toJson()).toString();
    }

    /** In the oldest class file format, so that every JDK takes it. */
    private JumpTable managed() throws IOException {
        Path source = Files.writeString(
                folder.resolve("Main$$Hot1.java"),
                "package app; public class Main$$Hot1 { public static int twice(int x) { return 3 * x; } }");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-d",
                        folder.resolve("new").toString(),
                        source.toString());
        assertThat(result).isZero();
        byte[] body = Files.readAllBytes(folder.resolve("new/app/Main$$Hot1.class"));
        return new TestPatch(1)
                .classes("app.Main", Map.of("app.Main$$Hot1", body))
                .function("app.Main", "twice", "(I)I", true, "app.Main$$Hot1")
                .write(folder);
    }
}
