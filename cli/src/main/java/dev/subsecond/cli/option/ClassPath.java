package dev.subsecond.cli.option;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a class path as the {@code java} command does. */
final class ClassPath {
    private static final String EVERY_JAR = "*";

    private ClassPath() {}

    /**
     * The entries in order. {@code dir/*} stands for the jars of a directory, in the order of their names, and for the
     * directory itself if there is none: an entry that is missing, like others.
     */
    static List<Path> parse(String text) {
        return Stream.of(text.split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.isEmpty())
                .flatMap(ClassPath::expand)
                .toList();
    }

    private static Stream<Path> expand(String entry) {
        if (!entry.equals(EVERY_JAR) && !entry.endsWith(File.separator + EVERY_JAR)) {
            return Stream.of(Path.of(entry));
        }
        Path directory = Path.of(entry.substring(0, entry.length() - 1));
        if (!Files.isDirectory(directory)) {
            return Stream.of(directory);
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(ClassPath::isJar).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJar(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") || name.endsWith(".JAR");
    }
}
