package dev.subsecond.devserver.watch;

import java.nio.file.Path;
import java.util.List;

/** Tells sources of the program from what editors and version control leave beside them. */
final class SourceFilter {

    private final FileKind kind;
    private final List<Path> directories;

    SourceFilter(FileKind kind, List<Path> directories) {
        this.kind = kind;
        this.directories = List.copyOf(directories);
    }

    /** Whether this is a file of the kind, neither hidden nor in a hidden directory below a source directory. */
    boolean isSource(Path file) {
        Path name = file.getFileName();
        return name != null
                && kind.includes(name.toString())
                && directories.stream().filter(file::startsWith).anyMatch(directory -> visible(directory, file));
    }

    private static boolean visible(Path directory, Path file) {
        for (Path part : directory.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
