package dev.subsecond.devserver.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The class files of the running JDK, all modules included. They are read from its image rather than through a class
 * loader, which would also find the server's own libraries.
 */
final class JdkClasses {

    private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
    private final Map<String, Optional<Path>> modules = new ConcurrentHashMap<>();

    Optional<byte[]> find(String binaryName) throws IOException {
        int dot = binaryName.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        Optional<Path> module = modules.computeIfAbsent(binaryName.substring(0, dot), this::moduleOf);
        if (module.isEmpty()) {
            return Optional.empty();
        }
        Path file = module.get().resolve(binaryName.replace('.', '/') + ".class");
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** The image lists, for each package, the one module that has classes in it. */
    private Optional<Path> moduleOf(String packageName) {
        Path links = image.getPath("/packages", packageName);
        if (!Files.isDirectory(links)) {
            return Optional.empty();
        }
        try (Stream<Path> modulesWithPackage = Files.list(links)) {
            return modulesWithPackage
                    .map(link -> image.getPath("/modules", link.getFileName().toString()))
                    .filter(module -> Files.isDirectory(module.resolve(packageName.replace('.', '/'))))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
