package dev.subsecond.thinlink.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the sources of a test with the JDK's own compiler. */
final class Compiler {

    private Compiler() {}

    /**
     * Compiles one source file.
     *
     * @param folder an empty folder for sources and classes
     * @return the class files by binary name
     */
    static Map<String, byte[]> compile(Path folder, String fileName, String source, String... options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            Path file = Files.writeString(folder.resolve(fileName), source);
            Path classes = Files.createDirectories(folder.resolve("classes"));
            List<String> arguments = Stream.concat(
                            Stream.of(
                                    "-g",
                                    "-proc:none",
                                    "-Xlint:none",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    classes.toString()),
                            Stream.of(options))
                    .toList();
            assertThat(javac.getTask(messages, files, null, arguments, null, files.getJavaFileObjects(file))
                            .call())
                    .as(messages::toString)
                    .isTrue();
            return read(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> read(Path classes) throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = classes.relativize(file).toString();
                String name =
                        path.substring(0, path.length() - ".class".length()).replace('/', '.');
                read.put(name, Files.readAllBytes(file));
            }
        }
        return read;
    }
}
