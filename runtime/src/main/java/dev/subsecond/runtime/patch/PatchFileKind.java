package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.nativecode.LibraryFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a patch file is by its first bytes; its name does not count. */
enum PatchFileKind {
    /** Managed code. */
    JAR,
    /** Native code. */
    LIBRARY;

    private static final byte[] ZIP = {'P', 'K'};

    /** @throws PatchException with {@link Reason#LOAD_FAILED} if the file cannot be read or is neither of the two */
    static PatchFileKind of(Path file) throws PatchException {
        checkOrdinary(file);
        try {
            byte[] start = start(file);
            if (Arrays.equals(start, ZIP)) {
                return JAR;
            }
            if (LibraryFormat.of(file) != null) {
                return LIBRARY;
            }
            String what = start.length == 0 ? " is empty" : " is neither a jar nor a shared library";
            throw failure("The patch " + file + what, null);
        } catch (NoSuchFileException e) {
            throw failure("There is no patch " + file, e);
        } catch (IOException e) {
            throw failure("The patch " + file + " cannot be read: " + e, e);
        }
    }

    /** Anything else might block whoever reads it. */
    private static void checkOrdinary(Path file) throws PatchException {
        if (Files.isDirectory(file)) {
            throw failure("The patch " + file.toAbsolutePath() + " is a folder", null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw failure("The patch " + file + " is no ordinary file", null);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ZIP.length);
        }
    }

    private static PatchException failure(String message, @Nullable Throwable cause) {
        return new PatchException(Reason.LOAD_FAILED, message, null, List.of(), cause);
    }
}
