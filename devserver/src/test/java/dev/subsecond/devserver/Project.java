package dev.subsecond.devserver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** A source directory as an editor writes it, and the configuration that serves it with everything real. */
final class Project {

    private final Path sources;

    Project(Path sources) {
        this.sources = sources;
    }

    Path sources() {
        return sources;
    }

    Path file(String className) {
        return sources.resolve(className.replace('.', '/') + ".java");
    }

    Project write(String className, String text) throws IOException {
        Path file = file(className);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** As many editors save: a temporary file in the same directory, renamed. */
    void writeThenRename(String className, String text) throws IOException {
        Path file = file(className);
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void replace(String className, String old, String next) throws IOException {
        String text = Files.readString(file(className));
        if (!text.contains(old)) {
            throw new IllegalArgumentException(old + " is not in " + text);
        }
        write(className, text.replace(old, next));
    }

    ServeConfig.Builder config(String mainClass) {
        return ServeConfig.builder()
                .sources(List.of(sources))
                .mainClass(mainClass)
                .runtimeClasspath(runtime())
                .output(ProgramOutput.EVENTS)
                .linker(dev.subsecond.thinlink.ThinLinker::new);
    }

    /** What a program needs of this build: the runtime and its libraries, from this test's own class path. */
    static List<Path> runtime() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("subsecond-runtime")
                        || entry.contains("/runtime/target")
                        || entry.contains("jackson")
                        || entry.contains("jna"))
                .map(Path::of)
                .toList();
    }
}
