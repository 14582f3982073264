package dev.subsecond.runtime.nativecode;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the libraries of this process lie in memory, asked of the dynamic linker, so that it holds whatever has become of
 * their files. Which part of a library is executable is known on Linux only; elsewhere all of it counts.
 */
final class CodeMap {

    private static final Path MAPS = Path.of("/proc/self/maps");

    /** {@code Dl_info}: file name, base address, symbol name, symbol address. */
    private static final int INFO_POINTERS = 4;

    /**
     * One loaded library.
     *
     * @param base where it begins
     * @param file its name as the dynamic linker knows it
     */
    record Module(long base, String file) {}

    private record Range(long start, long end) {

        boolean contains(long address) {
            return start <= address && address < end;
        }
    }

    private final @Nullable List<Range> executable;

    private CodeMap(@Nullable List<Range> executable) {
        this.executable = executable;
    }

    /** The map as it is now; libraries that are loaded later are not on it. */
    static CodeMap now() throws IOException {
        return new CodeMap(Files.isReadable(MAPS) ? executableRanges() : null);
    }

    /** Whether the address is in executable memory of the library that begins at {@code base}. */
    boolean hasCodeAt(long address, long base) {
        Module module = moduleAt(address);
        boolean inModule = module != null && module.base() == base;
        return inModule && (executable == null || executable.stream().anyMatch(range -> range.contains(address)));
    }

    /** The library that has the address; null if none has. Any number may be asked for. */
    static @Nullable Module moduleAt(long address) {
        Function dladdr = NativeLibrary.getProcess().getFunction("dladdr");
        try (Memory info = new Memory((long) INFO_POINTERS * Native.POINTER_SIZE)) {
            if (dladdr.invokeInt(new Object[] {new Pointer(address), info}) == 0) {
                return null;
            }
            Pointer file = info.getPointer(0);
            Pointer base = info.getPointer(Native.POINTER_SIZE);
            return new Module(Pointer.nativeValue(base), file == null ? "" : file.getString(0, NativeCall.ENCODING));
        }
    }

    private static List<Range> executableRanges() throws IOException {
        try (var lines = Files.lines(MAPS, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> permissions(line).indexOf('x') >= 0)
                    .map(CodeMap::range)
                    .toList();
        }
    }

    /** Of a line such as {@code 7f0a1000-7f0a3000 r-xp 00001000 fd:00 1234 /usr/lib/libm.so}. */
    private static String permissions(String line) {
        int start = line.indexOf(' ') + 1;
        return line.substring(start, line.indexOf(' ', start));
    }

    private static Range range(String line) {
        int dash = line.indexOf('-');
        return new Range(address(line.substring(0, dash)), address(line.substring(dash + 1, line.indexOf(' '))));
    }

    private static long address(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
