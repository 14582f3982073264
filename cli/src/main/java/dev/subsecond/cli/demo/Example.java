package dev.subsecond.cli.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the example in a temporary folder of its own, which goes with {@link #close()}. */
final class Example implements AutoCloseable {
    static final String MAIN_CLASS = "life.Main";
    static final List<String> FILES =
            List.of("life/Game.java", "life/Main.java", "life/World.java", "life/package-info.java");

    private static final String EDITED = "life/Game.java";

    private final Path directory;

    private Example(Path directory) {
        this.directory = directory;
    }

    static Example copy() throws IOException {
        Path directory = Files.createTempDirectory("subsecond-demo-");
        for (String file : FILES) {
            Path target = directory.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, original(file));
        }
        return new Example(directory);
    }

    /** A file as it is in the checkout. */
    static String original(String file) throws IOException {
        try (InputStream in = Example.class.getResourceAsStream("example/" + file)) {
            if (in == null) {
                throw new FileNotFoundException("The example's " + file + " is not in this installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path directory() {
        return directory;
    }

    /** Saves an edit, as an editor would. */
    void save(Edit edit) throws IOException {
        Path file = directory.resolve(EDITED);
        Files.writeString(file, edit.applyTo(Files.readString(file)));
    }

    /** Removes the copy; what is gone already is no fault. */
    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // That was the wish.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
