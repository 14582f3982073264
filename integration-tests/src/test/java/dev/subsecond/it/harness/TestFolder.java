package dev.subsecond.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of a test, with a place where the command line believes the system's temporary files to be. */
public final class TestFolder implements AutoCloseable {

    private final Path root;

    private TestFolder(Path root) {
        this.root = root;
    }

    public static TestFolder create() {
        try {
            Path root = Files.createTempDirectory("subsecond it ");
            Files.createDirectory(root.resolve("tmp"));
            return new TestFolder(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    /** The temporary folder of the command line, and of nobody else. */
    Path temporary() {
        return root.resolve("tmp");
    }

    /** What was left behind in the temporary folder. */
    public List<Path> leftovers() {
        try (Stream<Path> files = Files.list(temporary())) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
