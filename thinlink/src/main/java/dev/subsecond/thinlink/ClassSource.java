package dev.subsecond.thinlink;

import java.util.Optional;

/** Where the class files of the program's libraries and of the JDK are found. */
@FunctionalInterface
public interface ClassSource {

    /**
     * Reads a class file.
     *
     * @param binaryName name with dots and dollars, {@code java.util.Map$Entry}
     * @return its bytes, or empty if no library has the class
     * @throws java.io.UncheckedIOException if a library has it but cannot be read
     */
    Optional<byte[]> find(String binaryName);
}
