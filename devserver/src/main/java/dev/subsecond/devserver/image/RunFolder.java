package dev.subsecond.devserver.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one temporary folder of a run, readable by its owner only. It is removed when closed; a server that was killed
 * leaves it behind, and the next one removes it ({@link StaleFolders}).
 *
 * <p>The folder is named after this process and holds a locked file: either would tell a living owner from a dead one
 * almost always, both do also where process numbers are reused or differ between containers.
 */
public final class RunFolder implements AutoCloseable {

    static final String PREFIX = "subsecond-";
    static final String LOCK = "lock";

    private final Path root;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private RunFolder(Path root, FileChannel lockChannel, FileLock lock) {
        this.root = root;
        this.lockChannel = lockChannel;
        this.lock = lock;
    }

    /** Makes a folder in the system's temporary directory, after removing what dead servers left there. */
    public static RunFolder create() throws IOException {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static RunFolder create(Path parent) throws IOException {
        StaleFolders.remove(parent);
        // On a POSIX file system only the owner can enter a folder made by this method.
        Path root = Files.createTempDirectory(
                        parent, PREFIX + ProcessHandle.current().pid() + "-")
                .toRealPath();
        FileChannel channel =
                FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new RunFolder(root, channel, Objects.requireNonNull(channel.tryLock(), "A new file is not locked"));
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** Makes a new directory in the folder. */
    public Path directory(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    /** Removes the folder with all it holds, as far as the system lets it. May be called more than once. */
    @Override
    public void close() {
        try {
            if (lock.isValid()) {
                lock.release();
            }
            lockChannel.close();
            Trees.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder could not be removed: " + root, e);
        }
    }

    /** The number of the process that made a folder of this name, or null if it is no such name. */
    static @Nullable Long ownerOf(String folderName) {
        int end = folderName.indexOf('-', PREFIX.length());
        if (!folderName.startsWith(PREFIX) || end < 0) {
            return null;
        }
        String digits = folderName.substring(PREFIX.length(), end);
        return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }
}
