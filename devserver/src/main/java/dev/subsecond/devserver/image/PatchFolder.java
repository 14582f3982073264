package dev.subsecond.devserver.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where the files of patches are put for the program to read. */
public final class PatchFolder {

    private static final String SPARE = ".incomplete";

    private final Path patches;
    private final Path overlay;

    /** Writes to the run's folder and to the overlay of the image that runs. */
    public PatchFolder(RunFolder folder, FrozenImage image) throws IOException {
        this.patches = folder.directory("patches");
        this.overlay = image.overlay();
    }

    /** Writes to a folder of the run for one process that has no overlay. */
    public PatchFolder(RunFolder folder, long pid) throws IOException {
        this.patches = folder.directory("patches-" + pid);
        this.overlay = folder.directory("patches-" + pid + "/no-overlay");
    }

    /** Adds new classes to the overlay; each is complete as soon as it can be seen. */
    public void writeOverlay(Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            ClassFiles.writeAtomically(
                    ClassFiles.path(overlay, each.getKey()), each.getValue(), patches.resolve(SPARE));
        }
    }

    /** Writes a patch jar and returns its absolute path. */
    public Path writeJar(long sequence, byte[] jar) throws IOException {
        Path file = patches.resolve("patch-" + sequence + ".jar");
        ClassFiles.writeAtomically(file, jar, patches.resolve(SPARE));
        return file;
    }
}
