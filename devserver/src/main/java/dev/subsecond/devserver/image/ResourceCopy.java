package dev.subsecond.devserver.image;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Copies what lies between the sources and is no source, so that the program finds it on its class path. */
final class ResourceCopy extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    private ResourceCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** The first directory that has a file wins, as on a class path. Hidden files and directories are left out. */
    static void copy(List<Path> directories, Path to) throws IOException {
        for (Path directory : directories) {
            Files.walkFileTree(directory, new ResourceCopy(directory, to));
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean hidden = !directory.equals(from) && hidden(directory);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path target = to.resolve(from.relativize(file).toString());
        boolean resource = Files.isRegularFile(file) && !isCode(file) && !hidden(file);
        if (resource && !Files.exists(target)) {
            ClassFiles.write(target, Files.readAllBytes(file));
        }
        return FileVisitResult.CONTINUE;
    }

    /** What the image has in another form. */
    private static boolean isCode(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".class");
    }

    private static boolean hidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
