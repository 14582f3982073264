package dev.subsecond.devserver.image;

import dev.subsecond.thinlink.prepare.PreparedClass;
import dev.subsecond.thinlink.prepare.Preparer;
import dev.subsecond.thinlink.prepare.Unguarded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The program as it is started: prepared class files and resources in a directory of their own, which nobody changes
 * while the program runs, and an empty overlay directory for classes that come later.
 *
 * @param buildId names exactly these class files
 * @param original the class files before they were prepared, by binary name
 * @param classes the directory of the prepared ones
 * @param overlay the directory for new classes
 * @param unprepared what patches will not be able to change, as sentences
 */
public record FrozenImage(
        String buildId, Map<String, byte[]> original, Path classes, Path overlay, List<String> unprepared) {

    /**
     * Prepares class files and writes them.
     *
     * @param home an empty directory for this image alone
     * @param sourceDirectories where resources are taken from: every file that is no Java source
     * @param resources further resources by path
     */
    public static FrozenImage freeze(
            Path home,
            SortedMap<String, byte[]> classFiles,
            List<Path> sourceDirectories,
            Map<String, byte[]> resources)
            throws IOException {
        Path classes = Files.createDirectories(home.resolve("classes"));
        Path overlay = Files.createDirectories(home.resolve("overlay"));
        ResourceCopy.copy(sourceDirectories, classes);
        for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
            ClassFiles.write(classes.resolve(resource.getKey()), resource.getValue());
        }
        List<String> unprepared = prepare(classFiles, classes);
        return new FrozenImage(BuildId.of(classFiles), classFiles, classes, overlay, unprepared);
    }

    private static List<String> prepare(SortedMap<String, byte[]> classFiles, Path classes) throws IOException {
        Preparer preparer = new Preparer();
        Queue<String> unprepared = new ConcurrentLinkedQueue<>();
        try {
            classFiles.entrySet().parallelStream().forEach(entry -> {
                PreparedClass prepared = preparer.prepare(entry.getValue());
                for (Unguarded each : prepared.unguarded()) {
                    unprepared.add(
                            "%s.%s cannot be patched: %s".formatted(entry.getKey(), each.member(), each.reason()));
                }
                writeUnchecked(ClassFiles.path(classes, entry.getKey()), prepared.bytes());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return unprepared.stream().sorted().toList();
    }

    private static void writeUnchecked(Path file, byte[] bytes) {
        try {
            ClassFiles.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
