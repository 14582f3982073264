package dev.subsecond.runtime.observe;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Writes the classes of patches to the folder named by the system property {@value #PROPERTY}, for {@code javap} and
 * decompilers: {@code FOLDER/app/Game$$Hot3.class}. Without the property it does nothing.
 */
public final class PatchDump {

    /** Names the folder. */
    public static final String PROPERTY = "subsecond.dump";

    private static final PatchDump OF_THIS_PROCESS = new PatchDump(System.getProperty(PROPERTY));

    private final @Nullable String folder;
    private final AtomicBoolean failed = new AtomicBoolean();

    PatchDump(@Nullable String folder) {
        this.folder = folder;
    }

    /** The dump that the property asks for. */
    public static PatchDump ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** Writes a class that is about to be defined. A failure is said once and concerns nobody else. */
    public void write(String className, byte[] classFile) {
        if (folder == null) {
            return;
        }
        try {
            write(Path.of(folder), className, classFile);
        } catch (IOException | InvalidPathException e) {
            if (!failed.getAndSet(true)) {
                Log.say(
                        Level.WARNING,
                        "The classes of patches cannot be written to the folder that -D" + PROPERTY
                                + " names; the patches are not concerned: " + e);
            }
        }
    }

    private static void write(Path folder, String className, byte[] classFile) throws IOException {
        Path file = folder.resolve(className.replace('.', '/') + ".class").normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IOException(className + " is no class name");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, classFile);
    }
}
