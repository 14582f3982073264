package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.nativecode.AnchoredLibrary;
import dev.subsecond.runtime.nativecode.LibraryFile;
import dev.subsecond.runtime.nativecode.PatchLibraries;
import dev.subsecond.runtime.nativecode.SharedLibrary;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.table.StagedPatch;
import dev.subsecond.runtime.wire.Addresses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads shared libraries as patches.
 *
 * <p>An address with its top bit set is that of managed code: as a key a Java function, as a value code that this
 * function had before, to go back to. All others are addresses as linked, keys in the image's library and values in the
 * patch; both move by as much as their library's anchor was moved when it was loaded. Keys of native functions enter the
 * table; nothing calls through them in this version.
 *
 * <p>All that can be checked before the library is loaded is checked before, because loading runs its initialisers and
 * cannot be undone. Whether the code behaves, nobody can check: it can take the JVM down. Not thread-safe; the table's
 * patching lock guards it.
 */
final class JnaPatchLoader implements PatchLoader {

    private final Image image;
    private final Sequence sequence;
    private final NativeTargetFinder finder;

    JnaPatchLoader(HotTable table, Image image, Sequence sequence) {
        this.image = image;
        this.sequence = sequence;
        this.finder = new NativeTargetFinder(table, image);
    }

    @Override
    public LoadedPatch load(JumpTable jumpTable) throws PatchException {
        LibraryFile file = LibraryFile.read(jumpTable.lib());
        check(jumpTable, file);
        long number = claim(jumpTable);
        try {
            return load(jumpTable, file, number);
        } catch (RuntimeException | LinkageError e) {
            throw failed("The patch " + file.path() + " could not be loaded through JNA: " + e, e);
        }
    }

    private void check(JumpTable jumpTable, LibraryFile file) throws PatchException {
        if (!file.sha256().equalsIgnoreCase(jumpTable.sha256().orElse(file.sha256()))) {
            throw new PatchException(
                    Reason.INTEGRITY, "The patch " + file.path() + " is not the file that was announced (SHA-256)");
        }
        String build = jumpTable.buildId().orElse(image.buildId());
        if (!build.equals(image.buildId())) {
            throw new PatchException(
                    Reason.WRONG_BUILD,
                    "The patch is for build " + build + ", this program is build " + image.buildId());
        }
        if (jumpTable.ifuncCount() != 0) {
            throw new PatchException(
                    Reason.INTEGRITY,
                    "The jump table has an ifunc_count of " + Long.toUnsignedString(jumpTable.ifuncCount())
                            + ": only WebAssembly has such functions, so it must be 0");
        }
    }

    private long claim(JumpTable jumpTable) throws PatchException {
        if (jumpTable.sequence().isEmpty()) {
            return sequence.claim();
        }
        long number = jumpTable.sequence().getAsLong();
        sequence.claim(number);
        return number;
    }

    private LoadedPatch load(JumpTable jumpTable, LibraryFile file, long number) throws PatchException {
        List<NativeTarget> targets = finder.findAll(jumpTable.map());
        AnchoredLibrary old = image(jumpTable);
        AnchoredLibrary patch = anchored(PatchLibraries.load(file), jumpTable, jumpTable.newBaseAddress());
        List<FunctionUpdate> updates = new ArrayList<>();
        for (NativeTarget target : targets) {
            updates.add(target.update(patch));
        }
        Map<Long, Long> natives = old == null ? Map.of() : natives(jumpTable.map(), old, patch);
        return new LoadedPatch(
                number, List.of(new StagedPatch(number, image, updates, Map.of(), List.of(), natives)), List.of());
    }

    /** The library whose functions are patched; null if the table neither names one nor has native functions. */
    private static @Nullable AnchoredLibrary image(JumpTable jumpTable) throws PatchException {
        boolean isAsked = jumpTable.library().isPresent()
                || !jumpTable.map().keySet().stream().allMatch(Addresses::isManaged);
        return isAsked ? anchored(library(jumpTable), jumpTable, jumpTable.aslrReference()) : null;
    }

    private static SharedLibrary library(JumpTable jumpTable) throws PatchException {
        String name = jumpTable.library().orElse("");
        try {
            return SharedLibrary.named(name);
        } catch (UnsatisfiedLinkError e) {
            throw failed("The image's library " + name + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static AnchoredLibrary anchored(SharedLibrary library, JumpTable jumpTable, long linkedAt)
            throws PatchException {
        try {
            return AnchoredLibrary.at(library, jumpTable.anchor().orElse(SharedLibrary.ANCHOR), linkedAt);
        } catch (UnsatisfiedLinkError e) {
            throw failed("The jump table's anchor is missing: " + e.getMessage(), e);
        }
    }

    /** The table's entries for native functions, as addresses of this process. */
    private static Map<Long, Long> natives(Map<Long, Long> map, AnchoredLibrary image, AnchoredLibrary patch)
            throws PatchException {
        Map<Long, Long> natives = new HashMap<>();
        for (Map.Entry<Long, Long> entry : map.entrySet()) {
            long key = entry.getKey();
            if (!Addresses.isManaged(key)) {
                natives.put(
                        image.code(key).orElseThrow(() -> outside(Reason.UNKNOWN_FUNCTION, key, "image's library")),
                        patch.code(entry.getValue())
                                .orElseThrow(() -> outside(Reason.INTEGRITY, entry.getValue(), "patch")));
            }
        }
        return natives;
    }

    private static PatchException outside(Reason reason, long address, String where) {
        return new PatchException(
                reason, "The address " + Addresses.format(address) + " is not in the code of the " + where);
    }

    private static PatchException failed(String message, Throwable cause) {
        return new PatchException(Reason.LOAD_FAILED, message, null, List.of(), cause);
    }
}
