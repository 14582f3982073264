package dev.subsecond.devserver.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and removes the folders of servers that were killed. */
final class StaleFolders {

    private StaleFolders() {}

    /** Never fails: what cannot be removed now is left for the next start. */
    static void remove(Path parent) {
        candidates(parent).forEach(StaleFolders::removeIfAbandoned);
    }

    private static void removeIfAbandoned(Path folder) {
        try {
            if (abandoned(folder)) {
                Trees.delete(folder);
            }
        } catch (IOException e) {
            // Another user's, or another server removes it at this moment.
            return;
        }
    }

    private static List<Path> candidates(Path parent) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> children = Files.list(parent)) {
            children.filter(child -> RunFolder.ownerOf(child.getFileName().toString()) != null)
                    .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .forEach(found::add);
        } catch (IOException e) {
            return List.of();
        }
        return found;
    }

    private static boolean abandoned(Path folder) throws IOException {
        Long owner = RunFolder.ownerOf(folder.getFileName().toString());
        Path lockFile = folder.resolve(RunFolder.LOCK);
        if (owner == null || alive(owner) || !Files.isRegularFile(lockFile, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
