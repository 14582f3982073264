package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.table.StagedPatch;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Loads patch jars: for each of the program's class loaders the part that concerns its classes, and all of it or nothing.
 *
 * <p>What can be checked on the file alone is checked first, so that a patch that was cut short, is for another build or
 * comes too late uses up no class name. Not thread-safe; the table's patching lock guards it.
 */
final class ManagedPatchLoader implements PatchLoader {

    private final HotTable table;
    private final Supplier<List<Image>> images;
    private final Sequence sequence;
    private final LateImages late;

    /** @param images those that a patch may concern; at least one */
    ManagedPatchLoader(HotTable table, Supplier<List<Image>> images, Sequence sequence) {
        this.table = table;
        this.images = images;
        this.sequence = sequence;
        this.late = new LateImages(table);
    }

    @Override
    public LoadedPatch load(JumpTable jumpTable) throws PatchException {
        List<ImagePart> parts = new ArrayList<>();
        try {
            PatchJar jar = PatchJar.read(jumpTable);
            checkAddressee(jumpTable, jar.manifest());
            sequence.claim(jar.manifest().sequence());
            late.upToDate(images.get()).forEach(image -> parts.add(new ImagePart(table, image)));
            return load(jumpTable, jar, parts);
        } catch (PatchException e) {
            String message = String.valueOf(e.getMessage());
            throw new PatchException(e.reason(), message, e.member().orElse(null), defined(parts), e.getCause());
        } catch (RuntimeException | Error e) {
            String message = "The patch could not be loaded: " + e;
            throw new PatchException(Reason.LOAD_FAILED, message, null, defined(parts), e);
        }
    }

    private LoadedPatch load(JumpTable jumpTable, PatchJar jar, List<ImagePart> parts) throws PatchException {
        List<StagedPatch> staged = new ArrayList<>(late.ready());
        List<ImagePart> concerned = concerned(jar.manifest(), parts);
        LoadedPatch patch = load(jar, concerned.isEmpty() ? parts.subList(0, 1) : concerned);
        staged.addAll(patch.parts());
        late.loaded(jumpTable, patch.sequence());
        return new LoadedPatch(patch.sequence(), staged, patch.onPatch());
    }

    private static List<String> defined(List<ImagePart> parts) {
        return parts.stream()
                .flatMap(part -> part.defined().stream())
                .distinct()
                .toList();
    }

    /** Loads a patch for the loaders that it concerns. */
    static LoadedPatch load(PatchJar jar, List<ImagePart> parts) throws PatchException {
        PatchManifest manifest = jar.manifest();
        ManifestCheck.check(manifest);
        for (PatchClass patchClass : manifest.classes()) {
            ClassDefiner.checkPlace(patchClass);
            for (ImagePart part : having(patchClass.host(), parts)) {
                part.check(patchClass, jar.classFile(patchClass));
            }
        }
        for (PatchClass patchClass : manifest.classes()) {
            for (ImagePart part : having(patchClass.host(), parts)) {
                part.define(patchClass, jar.classFile(patchClass));
            }
        }
        List<StagedPatch> staged = new ArrayList<>();
        List<OnPatchCall> onPatch = new ArrayList<>();
        for (ImagePart part : parts) {
            Predicate<String> elsewhere =
                    name -> !part.owns(name) && parts.stream().anyMatch(other -> other.owns(name));
            StagedPatch own = part.stage(manifest, elsewhere);
            staged.add(own);
            onPatch.addAll(part.onPatch(manifest, own, elsewhere));
        }
        return new LoadedPatch(manifest.sequence(), staged, onPatch);
    }

    /** Those that have a class which the patch changes. */
    static List<ImagePart> concerned(PatchManifest manifest, List<ImagePart> candidates) {
        Set<String> names = new LinkedHashSet<>();
        manifest.classes().forEach(patchClass -> names.add(patchClass.host()));
        manifest.functions().forEach(function -> names.add(function.owner()));
        return candidates.stream()
                .filter(part -> names.stream().anyMatch(part::owns))
                .toList();
    }

    private static List<ImagePart> having(String className, List<ImagePart> parts) throws PatchException {
        List<ImagePart> having =
                parts.stream().filter(part -> part.owns(className)).toList();
        if (having.isEmpty()) {
            parts.get(0).require(className);
        }
        return having;
    }

    private void checkAddressee(JumpTable jumpTable, PatchManifest manifest) throws PatchException {
        String build = manifest.buildId();
        if (!build.equals(table.buildId()) || !jumpTable.buildId().orElse(build).equals(build)) {
            throw new PatchException(
                    Reason.WRONG_BUILD,
                    "The patch is for build " + build + ", this program is build " + table.buildId());
        }
        checkAgreement(jumpTable, manifest);
    }

    private static void checkAgreement(JumpTable jumpTable, PatchManifest manifest) throws PatchException {
        if (jumpTable.sequence().orElse(manifest.sequence()) != manifest.sequence()) {
            throw new PatchException(
                    Reason.INTEGRITY,
                    "The patch file has the sequence " + manifest.sequence() + ", its jump table another");
        }
        if (jumpTable.ifuncCount() != 0 || !jumpTable.map().equals(addresses(manifest))) {
            throw new PatchException(
                    Reason.INTEGRITY, "The jump table does not agree with the functions in the patch file");
        }
    }

    private static Map<Long, Long> addresses(PatchManifest manifest) throws PatchException {
        Map<Long, Long> addresses = new HashMap<>();
        try {
            for (FunctionPatch function : manifest.functions()) {
                addresses.put(Addresses.parse(function.id()), Addresses.parse(function.pointer()));
            }
        } catch (IllegalArgumentException e) {
            throw new PatchException(Reason.LOAD_FAILED, String.valueOf(e.getMessage()), null, List.of(), e);
        }
        return addresses;
    }
}
