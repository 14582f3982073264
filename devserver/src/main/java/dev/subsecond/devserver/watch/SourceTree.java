package dev.subsecond.devserver.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists the sources that there are now. */
public final class SourceTree {

    private SourceTree() {}

    /** Every file of a kind in the directories; a file that vanishes meanwhile is left out. */
    public static SortedSet<Path> list(FileKind kind, List<Path> directories) throws IOException {
        SourceFilter filter = new SourceFilter(kind, directories);
        SortedSet<Path> files = new TreeSet<>();
        for (Path directory : directories) {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (filter.isSource(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return files;
    }
}
