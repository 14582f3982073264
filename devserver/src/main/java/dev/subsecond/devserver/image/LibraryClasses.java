package dev.subsecond.devserver.image;

import dev.subsecond.thinlink.ClassSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The class files of the JDK that runs the server and of a class path, each read once. Safe for use by several threads.
 */
public final class LibraryClasses implements ClassSource, Closeable {

    private final Map<String, Optional<byte[]>> known = new ConcurrentHashMap<>();
    private final List<Path> directories = new ArrayList<>();
    private final List<JarFile> jars = new ArrayList<>();
    private final JdkClasses jdk = new JdkClasses();

    /** Opens the entries of a class path; those that do not exist are left out, as the JVM does. */
    public LibraryClasses(List<Path> classpath) throws IOException {
        for (Path entry : classpath) {
            if (Files.isDirectory(entry)) {
                directories.add(entry);
            } else if (Files.isRegularFile(entry)) {
                jars.add(new JarFile(entry.toFile(), false, ZipFile.OPEN_READ, Runtime.version()));
            }
        }
    }

    @Override
    public Optional<byte[]> find(String binaryName) {
        return known.computeIfAbsent(binaryName, this::read);
    }

    private Optional<byte[]> read(String binaryName) {
        String path = binaryName.replace('.', '/') + ".class";
        try {
            Optional<byte[]> own = jdk.find(binaryName);
            return own.isPresent() ? own : readLibrary(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the class " + binaryName, e);
        }
    }

    private Optional<byte[]> readLibrary(String path) throws IOException {
        for (Path directory : directories) {
            Path file = directory.resolve(path);
            if (Files.isRegularFile(file)) {
                return Optional.of(Files.readAllBytes(file));
            }
        }
        for (JarFile jar : jars) {
            ZipEntry entry = jar.getEntry(path);
            if (entry != null) {
                try (InputStream in = jar.getInputStream(entry)) {
                    return Optional.of(in.readAllBytes());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }
}
