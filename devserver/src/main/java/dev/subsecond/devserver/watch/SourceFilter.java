package dev.subsecond.devserver.watch;

import java.nio.file.Path;
import java.util.List;

/** Tells sources of the program from what editors and version control leave beside them. */
final class SourceFilter {

    /** A module's declaration is not served: the program runs on the class path. */
    private static final String MODULE_INFO = "module-info.java";

    private final List<Path> directories;

    SourceFilter(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    /** Whether this is a Java source, neither hidden nor in a hidden directory below a source directory. */
    boolean isSource(Path file) {
        Path name = file.getFileName();
        return name != null
                && name.toString().endsWith(".java")
                && !name.toString().equals(MODULE_INFO)
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
