package dev.subsecond.runtime;

import dev.subsecond.runtime.wire.JumpTableJson;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the newest code of each changed function is: the content of a patch, and, as {@link Subsecond#jumpTable}, a
 * snapshot of the running program. All addresses are unsigned 64-bit numbers. Immutable.
 *
 * @param lib the patch file: a jar for managed code, a shared library for native code
 * @param map from the image address of a function to the address of its newest code, in unsigned order; an
 *     unmodifiable copy
 * @param aslrReference native: where the patch was linked to find the anchor in the image; otherwise 0
 * @param newBaseAddress native: the anchor's address in the patch as linked; otherwise 0
 * @param ifuncCount indirect functions of a WebAssembly module: always 0 on the JVM
 * @param library native: the name of the base library that is patched
 * @param anchor native: the symbol that addresses are relative to
 * @param buildId the build of the image this was made for
 * @param sequence which patch this is
 * @param sha256 the digest of the patch file in hexadecimal digits
 */
public record JumpTable(
        Path lib,
        SortedMap<Long, Long> map,
        long aslrReference,
        long newBaseAddress,
        long ifuncCount,
        Optional<String> library,
        Optional<String> anchor,
        Optional<String> buildId,
        OptionalLong sequence,
        Optional<String> sha256) {

    private static final Comparator<Long> UNSIGNED = Long::compareUnsigned;

    /** Copies the map into unsigned order and checks that nothing is null. */
    public JumpTable {
        Objects.requireNonNull(lib, "lib");
        SortedMap<Long, Long> sorted = new TreeMap<>(UNSIGNED);
        sorted.putAll(map);
        map = Collections.unmodifiableSortedMap(sorted);
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(buildId, "buildId");
        Objects.requireNonNull(sequence, "sequence");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** A table of the five fields that every jump table has. */
    public JumpTable(Path lib, SortedMap<Long, Long> map, long aslrReference, long newBaseAddress, long ifuncCount) {
        this(
                lib,
                map,
                aslrReference,
                newBaseAddress,
                ifuncCount,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** The table of a patch jar, with all that lets the program check it. */
    public static JumpTable managed(Path jar, SortedMap<Long, Long> map, String buildId, long sequence, String sha256) {
        return new JumpTable(
                jar,
                map,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(buildId),
                OptionalLong.of(sequence),
                Optional.of(sha256));
    }

    /**
     * Reads a table from JSON. Unknown fields are ignored.
     *
     * @throws IllegalArgumentException if the text is not a jump table; the message says what is wrong with it
     */
    public static JumpTable parse(String json) {
        return JumpTableJson.parse(json);
    }

    /** This table as JSON on one line; numbers are unsigned decimals, absent fields are left out. */
    public String toJson() {
        return JumpTableJson.write(this);
    }

    /** The same table for the same patch file in another place. */
    public JumpTable withLib(Path newLib) {
        return new JumpTable(
                newLib, map, aslrReference, newBaseAddress, ifuncCount, library, anchor, buildId, sequence, sha256);
    }
}
