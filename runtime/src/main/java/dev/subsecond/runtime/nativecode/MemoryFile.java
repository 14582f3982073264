package dev.subsecond.runtime.nativecode;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of files that lie in memory only: on Linux such a file can be executed wherever the original lies. */
final class MemoryFile {

    private static final int CLOSE_ON_EXEC = 1;

    private MemoryFile() {}

    static boolean isPossible() {
        return Platform.isLinux();
    }

    /**
     * Copies a file. The copy stays open as long as the process lives: the dynamic linker knows a library by its path, and
     * the number in this path must not be given to another file.
     *
     * @return where this process, and no other, finds the copy
     */
    static Path copyOf(Path file) throws IOException {
        Function create = NativeLibrary.getProcess().getFunction("memfd_create");
        int number = create.invokeInt(new Object[] {"subsecond-patch", CLOSE_ON_EXEC});
        if (number < 0) {
            throw new IOException("the system gives no file in memory (memfd_create)");
        }
        Path copy = Path.of("/proc/self/fd/" + number);
        try (OutputStream out = Files.newOutputStream(copy)) {
            Files.copy(file, out);
        }
        return copy;
    }
}
