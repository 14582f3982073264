package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.FamilyUpdate;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.table.StagedPatch;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FamilyPatch;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads patch jars for the classes of one loader.
 *
 * <p>What can be checked on the file alone is checked first, so that a patch that was cut short, is for another build or
 * comes too late uses up no class name. Not thread-safe; the table's patching lock guards it.
 */
final class ManagedPatchLoader implements PatchLoader {

    private final HotTable table;
    private final Image image;

    /** The newest sequence that was tried; a number is never used again, also after a rejection. */
    private long lastTried;

    ManagedPatchLoader(HotTable table, ClassLoader loader) {
        this.table = table;
        this.image = table.image(loader);
    }

    @Override
    public LoadedPatch load(JumpTable jumpTable) throws PatchException {
        ProgramClasses classes = new ProgramClasses(image);
        ClassDefiner definer = new ClassDefiner(classes);
        try {
            PatchJar jar = PatchJar.read(jumpTable);
            checkAddressee(jumpTable, jar.manifest());
            lastTried = jar.manifest().sequence();
            return load(jar, classes, definer);
        } catch (PatchException e) {
            String message = WayOut.in(e.reason(), String.valueOf(e.getMessage()));
            throw new PatchException(e.reason(), message, e.member().orElse(null), definer.defined(), e.getCause());
        } catch (RuntimeException | Error e) {
            String message = WayOut.in(Reason.LOAD_FAILED, "The patch could not be loaded: " + e);
            throw new PatchException(Reason.LOAD_FAILED, message, null, definer.defined(), e);
        }
    }

    private LoadedPatch load(PatchJar jar, ProgramClasses classes, ClassDefiner definer) throws PatchException {
        PatchManifest manifest = jar.manifest();
        ManifestCheck.check(manifest);
        for (PatchClass patchClass : manifest.classes()) {
            definer.check(patchClass, jar.classFile(patchClass));
        }
        for (PatchClass patchClass : manifest.classes()) {
            definer.define(patchClass, jar.classFile(patchClass));
        }
        List<MethodHandle> handles = new HandleFinder(classes).findAll(manifest.handles());
        Map<String, FunctionUpdate> functions = functions(manifest, classes);
        Map<String, FamilyUpdate> families = families(manifest, classes, functions);
        List<OnPatchCall> onPatch = new OnPatchFinder(table, image, classes, functions).findAll(manifest.onPatch());
        List<FunctionUpdate> updates = List.copyOf(functions.values());
        return new LoadedPatch(
                manifest.functions(), new StagedPatch(manifest.sequence(), image, updates, families, handles), onPatch);
    }

    private Map<String, FunctionUpdate> functions(PatchManifest manifest, ProgramClasses classes)
            throws PatchException {
        FunctionFinder finder = new FunctionFinder(table, image, classes);
        Map<String, FunctionUpdate> functions = new LinkedHashMap<>();
        for (FunctionPatch function : manifest.functions()) {
            if (functions.put(function.id(), finder.find(function)) != null) {
                throw new PatchException(Reason.INTEGRITY, "The patch has the function " + function.id() + " twice");
            }
        }
        return functions;
    }

    private Map<String, FamilyUpdate> families(
            PatchManifest manifest, ProgramClasses classes, Map<String, FunctionUpdate> functions)
            throws PatchException {
        FamilyFinder finder = new FamilyFinder(table, image, classes, functions);
        Map<String, FamilyUpdate> families = new HashMap<>();
        for (FamilyPatch family : manifest.families()) {
            families.put(family.id(), finder.find(family));
        }
        return families;
    }

    private void checkAddressee(JumpTable jumpTable, PatchManifest manifest) throws PatchException {
        String build = manifest.buildId();
        if (!build.equals(image.buildId()) || !jumpTable.buildId().orElse(build).equals(build)) {
            throw new PatchException(
                    Reason.WRONG_BUILD,
                    "The patch is for build " + build + ", this program is build " + image.buildId());
        }
        checkAgreement(jumpTable, manifest);
        if (manifest.sequence() <= lastTried) {
            throw new PatchException(
                    Reason.OUT_OF_ORDER,
                    "Patch " + manifest.sequence() + " comes after patch " + lastTried + " and is not newer");
        }
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
