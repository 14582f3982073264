package dev.subsecond.it.harness;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program's source folder, edited as a user does. All its classes are in the package {@code app}. */
public final class Sources {

    /** A JVM without a UTF-8 locale, as this one may be, cannot name such a folder. */
    private static final String NAME =
            System.getProperty("sun.jnu.encoding", "").equals("UTF-8") ? "meine Quellen – ソース" : "my sources";

    private final Path folder;
    private final Path originals;

    private Sources(Path folder, Path originals) {
        this.folder = folder;
        this.originals = originals;
    }

    /** A copy of a program, in a folder whose name is a hard one. */
    static Sources copy(Path program, Path parent) {
        Path originals = program.resolve("app");
        Path folder = parent.resolve(NAME);
        try (Stream<Path> files = Files.list(originals)) {
            Files.createDirectories(folder.resolve("app"));
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("app").resolve(file.getFileName()), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sources(folder, originals);
    }

    public Path folder() {
        return folder;
    }

    public Path file(String name) {
        return folder.resolve("app").resolve(name);
    }

    public String read(String name) {
        return text(file(name));
    }

    /** What a file was before all edits. */
    public String original(String name) {
        return text(originals.resolve(name));
    }

    /** The files that were added or are not as they were before all edits. */
    public List<String> edited() {
        try (Stream<Path> files = Files.list(folder.resolve("app"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> isNew(name) || !read(name).equals(original(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file was added. */
    public boolean isNew(String name) {
        return !Files.exists(originals.resolve(name));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves a whole file. */
    public void write(String name, String text, Save save) {
        save.save(file(name), text);
    }

    /** Removes a file. */
    public void delete(String name) {
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file with each second string instead of the one before it, which must occur exactly once. */
    String replaced(String name, String... fromTo) {
        String text = read(name);
        for (int i = 0; i < fromTo.length; i += 2) {
            int at = text.indexOf(fromTo[i]);
            if (at < 0 || text.indexOf(fromTo[i], at + 1) >= 0) {
                throw new IllegalArgumentException("Not exactly one '" + fromTo[i] + "' in " + name + ":\n" + text);
            }
            text = text.replace(fromTo[i], fromTo[i + 1]);
        }
        return text;
    }
}
