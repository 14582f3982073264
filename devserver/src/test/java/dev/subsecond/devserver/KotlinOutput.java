package dev.subsecond.devserver;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/** A Kotlin source and the directory that the real Kotlin compiler writes its classes to. */
final class KotlinOutput {

    private final Path source;
    private final Path classes;

    KotlinOutput(Path folder) throws IOException {
        source = folder.resolve("Main.kt");
        classes = Files.createDirectories(folder.resolve("classes"));
    }

    Path classes() {
        return classes;
    }

    void compile(String text) throws IOException {
        Files.writeString(source, text);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ExitCode code = new K2JVMCompiler()
                .exec(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        source.toString(),
                        "-d",
                        classes.toString(),
                        "-classpath",
                        library().get(0).toString(),
                        "-no-stdlib",
                        "-no-reflect",
                        "-jvm-target",
                        "17");
        if (code != ExitCode.OK) {
            throw new AssertionError(code + ": " + said.toString(StandardCharsets.UTF_8));
        }
    }

    /** What a Kotlin program needs to run. */
    static List<Path> library() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().matches("kotlin-stdlib-[0-9.]+\\.jar"))
                .toList();
    }
}
