package dev.subsecond.devserver.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Annotation processors on a path: compiled for a test, or real ones from the class path of the tests. */
final class ProcessorLibrary {

    private ProcessorLibrary() {}

    /** Compiles a processor into a directory; a kind that is not empty is declared as Gradle reads it. */
    static void build(Path directory, String kind, Map<String, String> sources, String processor) throws IOException {
        try (Sources compiled = Sources.of(sources)) {
            for (Map.Entry<String, byte[]> each :
                    compiled.program().classFiles().entrySet()) {
                Path file = directory.resolve(each.getKey().replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, each.getValue());
            }
        }
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), processor + "\n");
        if (!kind.isEmpty()) {
            Path gradle = Files.createDirectories(directory.resolve("META-INF/gradle"));
            Files.writeString(gradle.resolve("incremental.annotation.processors"), processor + "," + kind + "\n");
        }
    }

    /** The jars whose path contains one of the texts. */
    static List<Path> jars(String... parts) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(parts).anyMatch(entry::contains))
                .map(Path::of)
                .toList();
    }
}
