package dev.subsecond.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** How editors save a file. */
public enum Save {
    /** Truncated and written: nano, VS Code. */
    IN_PLACE {
        @Override
        void write(Path file, String text) throws IOException {
            Files.writeString(file, text);
        }
    },

    /** Written beside it and renamed over it: vim, IntelliJ IDEA. */
    BY_RENAME {
        @Override
        void write(Path file, String text) throws IOException {
            Path beside = file.resolveSibling(file.getFileName() + "~");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
    };

    abstract void write(Path file, String text) throws IOException;

    void save(Path file, String text) {
        try {
            write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
