package dev.subsecond.runtime.nativecode;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The libraries that patches brought. A file is loaded once; another content under the same path is another library,
 * which the dynamic linker, which goes by the path, has to be told. Safe for use by several threads.
 *
 * <p>A library keeps its symbols to itself: else a second patch that calls a function of its own would get the function of
 * that name in the first. And all it needs from others must be there when it is loaded, not when it is called.
 */
public final class PatchLibraries {

    private static final int RTLD_NOW = 2;
    private static final int RTLD_LOCAL_ON_MACOS = 4;

    private static final Map<LibraryFile, SharedLibrary> LOADED = new HashMap<>();
    private static final Set<Path> PATHS = new HashSet<>();

    private PatchLibraries() {}

    /**
     * Loads a library, which runs its initialisers; one that was loaded before is given again.
     *
     * @throws PatchException with {@link Reason#LOAD_FAILED} if the system does not load it; the message has its words
     */
    public static synchronized SharedLibrary load(LibraryFile file) throws PatchException {
        SharedLibrary known = LOADED.get(file);
        if (known != null) {
            return known;
        }
        try {
            SharedLibrary library = new SharedLibrary(open(file.path()), "the patch " + file.path());
            LOADED.put(file, library);
            PATHS.add(file.path());
            return library;
        } catch (UnsatisfiedLinkError | IOException e) {
            String message = "The patch " + file.path() + " cannot be loaded: " + words(e);
            throw new PatchException(Reason.LOAD_FAILED, message, null, List.of(), e);
        }
    }

    private static NativeLibrary open(Path path) throws IOException {
        if (PATHS.contains(path)) {
            return openCopy(path, "another library was loaded from there before; give each patch a name of its own");
        }
        try {
            return dlopen(path);
        } catch (UnsatisfiedLinkError e) {
            if (mayNotBeExecuted(words(e))) {
                return openCopy(path, words(e));
            }
            throw e;
        }
    }

    /** @param why it is not loaded from where it is */
    private static NativeLibrary openCopy(Path path, String why) throws IOException {
        if (!MemoryFile.isPossible()) {
            throw new IOException(why);
        }
        try {
            return dlopen(MemoryFile.copyOf(path));
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new IOException(why + "; nor a copy in memory: " + words(e), e);
        }
    }

    /** What glibc and musl say of a file in a folder that is mounted noexec. */
    private static boolean mayNotBeExecuted(String words) {
        return words.contains("failed to map segment") || words.contains("Operation not permitted");
    }

    private static NativeLibrary dlopen(Path path) {
        int flags = Platform.isMac() ? RTLD_NOW | RTLD_LOCAL_ON_MACOS : RTLD_NOW;
        return NativeLibrary.getInstance(path.toString(), Map.of(Library.OPTION_OPEN_FLAGS, flags));
    }

    /** JNA tells all that it tried; the first is what the system said of the file itself. */
    private static String words(Throwable e) {
        Throwable[] attempts = e.getSuppressed();
        return String.valueOf(attempts.length == 0 ? e.getMessage() : attempts[0].getMessage());
    }
}
