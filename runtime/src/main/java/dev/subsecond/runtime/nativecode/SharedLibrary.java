package dev.subsecond.runtime.nativecode;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.subsecond.runtime.nativecode.CodeMap.Module;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A loaded library. It is never unloaded: nobody knows who else holds an address of its code. */
public final class SharedLibrary {

    /** The symbol that addresses are relative to unless another is named. */
    public static final String ANCHOR = "main";

    /** JNA unloads what nobody refers to any more. */
    private static final Set<NativeLibrary> KEPT = ConcurrentHashMap.newKeySet();

    private final NativeLibrary library;
    private final String name;

    SharedLibrary(NativeLibrary library, String name) {
        this.library = library;
        this.name = name;
        KEPT.add(library);
    }

    /**
     * A library of the program, loaded if it is not yet.
     *
     * @param name as JNA resolves it: {@code physics}, {@code libphysics.so} or a path; empty for the process itself, which
     *     has the symbols of the {@code java} program and of all that was loaded for everybody
     * @throws UnsatisfiedLinkError if there is no such library
     */
    public static SharedLibrary named(String name) {
        return name.isEmpty()
                ? new SharedLibrary(NativeLibrary.getProcess(), "this process")
                : new SharedLibrary(NativeLibrary.getInstance(name), "the library " + name);
    }

    /**
     * The address of an exported symbol of this very library, not of one that it depends on.
     *
     * @return never 0
     * @throws UnsatisfiedLinkError if there is none; the message names library and symbol
     */
    public long address(String symbol) {
        try {
            long address = Pointer.nativeValue(library.getGlobalVariableAddress(symbol));
            if (address != 0 && isOwn(CodeMap.moduleAt(address))) {
                return address;
            }
        } catch (UnsatisfiedLinkError e) {
            throw (UnsatisfiedLinkError) new UnsatisfiedLinkError(missing(symbol)).initCause(e);
        }
        throw new UnsatisfiedLinkError(missing(symbol));
    }

    private String missing(String symbol) {
        return name + " exports no symbol " + symbol;
    }

    /** What the dynamic linker calls the library may be another path to the same file. */
    private boolean isOwn(@Nullable Module module) {
        File file = library.getFile();
        if (module == null || file == null) {
            return module != null;
        }
        Path own = file.toPath();
        Path found = Path.of(module.file());
        try {
            return own.equals(found)
                    || (!own.isAbsolute() && own.getFileName().equals(found.getFileName()))
                    || Files.isSameFile(own, found);
        } catch (IOException e) {
            return false;
        }
    }
}
