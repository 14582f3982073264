package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.nativecode.CLibrary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The jump table of a native patch; every part of it can be made wrong. */
final class NativeTable {

    private final CLibrary patch;
    final SortedMap<Long, Long> map = new TreeMap<>(Long::compareUnsigned);
    Path lib;
    long aslrReference;
    long newBaseAddress;
    long ifuncCount;
    Optional<String> library = Optional.empty();
    Optional<String> anchor = Optional.empty();
    Optional<String> buildId = Optional.empty();
    OptionalLong sequence = OptionalLong.empty();
    Optional<String> sha256 = Optional.empty();

    /** A table that is linked by the symbol {@code main} of the patch. */
    NativeTable(CLibrary patch) {
        this.patch = patch;
        this.lib = patch.file();
        this.newBaseAddress = patch.address("main");
    }

    /** Gives a static Java method the code of a symbol. */
    NativeTable function(String owner, String name, String descriptor, String symbol) {
        return entry(TestPatch.imageAddress(owner, name, descriptor), patch.address(symbol));
    }

    NativeTable entry(long key, long value) {
        map.put(key, value);
        return this;
    }

    /** Names the image's library and the anchor in both. */
    NativeTable image(CLibrary image, String symbol) {
        library = Optional.of(image.file().toString());
        anchor = Optional.of(symbol);
        aslrReference = image.address(symbol);
        newBaseAddress = patch.address(symbol);
        return this;
    }

    NativeTable sequence(long number) {
        sequence = OptionalLong.of(number);
        return this;
    }

    JumpTable table() {
        return new JumpTable(
                lib, map, aslrReference, newBaseAddress, ifuncCount, library, anchor, buildId, sequence, sha256);
    }
}
