package dev.subsecond.devserver.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Files in directories of a class path. */
final class ClassFiles {

    private ClassFiles() {}

    /** Where a class lies below a directory of a class path. */
    static Path path(Path directory, String binaryName) {
        return directory.resolve(binaryName.replace('.', '/') + ".class");
    }

    /** Writes a file that nobody reads yet, with the directories above it. */
    static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file in a directory"));
        Files.write(file, bytes);
    }

    /** Writes a file so that a reader sees all of it or nothing; {@code spare} is a free name in the same file system. */
    static void writeAtomically(Path file, byte[] bytes, Path spare) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file in a directory"));
        Files.write(spare, bytes);
        Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
