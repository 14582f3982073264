package dev.subsecond.runtime.nativecode;

import dev.subsecond.runtime.nativecode.CodeMap.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.OptionalLong;

/** A library in which one symbol was found, so that the addresses it was linked with lead to its code in this process. */
public final class AnchoredLibrary {

    private final long base;
    private final long offset;
    private final CodeMap map;

    private AnchoredLibrary(long base, long offset, CodeMap map) {
        this.base = base;
        this.offset = offset;
        this.map = map;
    }

    /**
     * Looks for the symbol.
     *
     * @param linkedAt the symbol's address in the file
     * @throws UnsatisfiedLinkError if the library does not export it; the message names both
     */
    public static AnchoredLibrary at(SharedLibrary library, String symbol, long linkedAt) {
        long address = library.address(symbol);
        Module module = Objects.requireNonNull(CodeMap.moduleAt(address), "the symbol's own library");
        try {
            return new AnchoredLibrary(module.base(), address - linkedAt, CodeMap.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the code that was linked at {@code address} lies; empty if there is no code of this library. */
    public OptionalLong code(long address) {
        long here = address + offset;
        return map.hasCodeAt(here, base) ? OptionalLong.of(here) : OptionalLong.empty();
    }
}
