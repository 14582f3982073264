package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.observe.Log;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.table.StagedPatch;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;

/**
 * Brings loaders up to date whose classes linked something only after a patch: the patches that the current generation is
 * made of are loaded for them too, and go live with the next patch. Not sooner, because a bootstrap may hold any lock of the
 * program and may therefore not wait for a patch. Guarded by the table's patching lock.
 */
final class LateImages {

    /** @param before the patch whose state was current when this one came; 0 for the image */
    private record Loaded(long before, Path lib, Optional<String> sha256) {}

    private final HotTable table;
    private final Map<Long, Loaded> loaded = new HashMap<>();
    private final Set<Image> known = Collections.newSetFromMap(new WeakHashMap<>());
    private final Set<Image> leftOut = Collections.newSetFromMap(new WeakHashMap<>());

    /** What is ready for the next patch that is accepted. */
    private final List<StagedPatch> ready = new ArrayList<>();

    LateImages(HotTable table) {
        this.table = table;
    }

    /** Those of {@code images} that a patch can concern; what they missed is {@link #ready}. */
    List<Image> upToDate(List<Image> images) {
        for (Image image : images) {
            if (known.add(image)) {
                catchUp(image);
            }
        }
        return images.stream().filter(image -> !leftOut.contains(image)).toList();
    }

    /** What late loaders missed, oldest patch first; to be committed with the patch that is being loaded. */
    List<StagedPatch> ready() {
        return ready;
    }

    /** The patch is loaded, and its commit follows. */
    void loaded(JumpTable patch, long sequence) {
        ready.clear();
        long before = table.snapshot().generation().sequence();
        loaded.put(sequence, new Loaded(loaded.containsKey(before) ? before : 0, patch.lib(), patch.sha256()));
    }

    private void catchUp(Image image) {
        List<StagedPatch> missed = new ArrayList<>();
        try {
            for (Loaded patch : current()) {
                PatchJar jar = PatchJar.read(table(patch));
                List<ImagePart> concerned =
                        ManagedPatchLoader.concerned(jar.manifest(), List.of(new ImagePart(table, image)));
                for (ImagePart part : concerned) {
                    StagedPatch staged =
                            ManagedPatchLoader.load(jar, List.of(part)).parts().get(0);
                    table.announce(staged);
                    missed.add(staged);
                }
            }
            ready.addAll(missed);
        } catch (PatchException | RuntimeException | LinkageError e) {
            leftOut.add(image);
            Log.say(
                    Level.WARNING,
                    "The classes of " + image.loader()
                            + " were loaded after a patch and cannot be brought up to date: they"
                            + " keep the code that they have until the program is restarted. " + e.getMessage());
            return;
        }
        if (!missed.isEmpty()) {
            Log.say(
                    Level.WARNING,
                    "The classes of " + image.loader()
                            + " were loaded after a patch: they ran the code that the program was"
                            + " started with, and are brought up to date with the patch that comes now");
        }
    }

    /** The patches that the current generation is made of, the oldest first. */
    private Deque<Loaded> current() {
        Deque<Loaded> patches = new ArrayDeque<>();
        Loaded patch = loaded.get(table.snapshot().generation().sequence());
        while (patch != null) {
            patches.addFirst(patch);
            patch = loaded.get(patch.before());
        }
        return patches;
    }

    private static JumpTable table(Loaded patch) {
        return new JumpTable(
                patch.lib(),
                new TreeMap<>(Long::compareUnsigned),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                patch.sha256());
    }
}
