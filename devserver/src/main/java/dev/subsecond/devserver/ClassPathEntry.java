package dev.subsecond.devserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/** Tells which class path entries cannot be used, before a compiler complains of every class that is not found. */
final class ClassPathEntry {

    /** Where executable jars and wars keep their libraries. Only their own launchers look there. */
    private static final List<String> NESTED_LIBRARIES = List.of("BOOT-INF/lib/", "WEB-INF/lib/");

    private ClassPathEntry() {}

    /**
     * Looks at an entry.
     *
     * @throws ServeException if it is missing, is no jar, or holds its libraries as jars of their own
     */
    static void check(Path entry) throws ServeException {
        if (!Files.exists(entry)) {
            throw new ServeException(Problem.MISSING_DIRECTORY, "The class path entry " + entry + " does not exist.");
        }
        if (Files.isRegularFile(entry)) {
            checkJar(entry);
        }
    }

    private static void checkJar(Path file) throws ServeException {
        Optional<String> nested = nestedLibraries(file);
        if (nested.isPresent()) {
            throw new ServeException(
                    Problem.BAD_CLASS_PATH,
                    "The class path entry " + file + " is an executable jar: its libraries lie inside it, in "
                            + nested.get() + ", where neither the compiler nor the JVM's class path finds them. Unpack"
                            + " it ('unzip " + file.getFileName() + " -d DIR') and give --classpath 'DIR/"
                            + nested.get()
                            + "*', or name the libraries that your build tool puts into it.");
        }
    }

    private static Optional<String> nestedLibraries(Path file) throws ServeException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            return NESTED_LIBRARIES.stream()
                    .filter(folder -> jar.stream()
                            .map(entry -> entry.getName())
                            .anyMatch(name -> name.startsWith(folder) && name.endsWith(".jar")))
                    .findFirst();
        } catch (IOException e) {
            throw new ServeException(
                    Problem.BAD_CLASS_PATH,
                    "The class path entry " + file + " is neither a directory nor a jar that can be read: "
                            + e.getMessage() + ".",
                    e);
        }
    }
}
