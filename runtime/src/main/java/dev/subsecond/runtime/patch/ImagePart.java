package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.FamilyUpdate;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.table.StagedPatch;
import dev.subsecond.runtime.wire.FamilyPatch;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.runtime.wire.OnPatchMethod;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The part of one patch that concerns the classes of one loader: what belongs to classes that the loader itself has. */
final class ImagePart {

    /** Stands for a handle that code of this loader's classes does not use. */
    private static final MethodHandle NOT_HERE = MethodHandles.constant(Void.class, null);

    private final HotTable table;
    private final Image image;
    private final ProgramClasses classes;
    private final ClassDefiner definer;

    ImagePart(HotTable table, Image image) {
        this.table = table;
        this.image = image;
        this.classes = new ProgramClasses(image);
        this.definer = new ClassDefiner(classes);
    }

    boolean owns(String className) {
        return classes.owns(className);
    }

    /** Fails as {@link ProgramClasses#findOwn} does for a class that no loader has. */
    void require(String className) throws PatchException {
        classes.findOwn(className);
    }

    /** Refuses what cannot be defined, before anything is. */
    void check(PatchClass patchClass, byte[] classFile) throws PatchException {
        definer.check(patchClass, classFile);
    }

    void define(PatchClass patchClass, byte[] classFile) throws PatchException {
        definer.define(patchClass, classFile);
    }

    /** Names that cannot be defined any more. */
    List<String> defined() {
        return definer.defined();
    }

    /**
     * Finds everything in the patch that concerns this loader.
     *
     * @param elsewhere whether a class belongs to another loader that the patch concerns, and not to this one
     */
    StagedPatch stage(PatchManifest manifest, Predicate<String> elsewhere) throws PatchException {
        List<MethodHandle> handles = handles(manifest, elsewhere);
        Map<String, FunctionUpdate> functions = functions(manifest, elsewhere);
        Map<String, FamilyUpdate> families = families(manifest, functions, elsewhere);
        return new StagedPatch(manifest.sequence(), image, List.copyOf(functions.values()), families, handles);
    }

    /**
     * The methods of this loader's classes that are to be told of the patch.
     *
     * @param staged what {@link #stage} has found
     */
    List<OnPatchCall> onPatch(PatchManifest manifest, StagedPatch staged, Predicate<String> elsewhere)
            throws PatchException {
        List<OnPatchMethod> own = manifest.onPatch().stream()
                .filter(method -> !elsewhere.test(method.owner()))
                .toList();
        return new OnPatchFinder(table, image, classes, staged.functions()).findAll(own);
    }

    private List<MethodHandle> handles(PatchManifest manifest, Predicate<String> elsewhere) throws PatchException {
        HandleFinder finder = new HandleFinder(table, classes);
        List<MethodHandle> handles = new ArrayList<>();
        for (HandleRef handle : manifest.handles()) {
            handles.addAll(elsewhere.test(handle.host()) ? List.of(NOT_HERE) : finder.findAll(List.of(handle)));
        }
        return handles;
    }

    private Map<String, FunctionUpdate> functions(PatchManifest manifest, Predicate<String> elsewhere)
            throws PatchException {
        FunctionFinder finder = new FunctionFinder(table, image, classes);
        Map<String, FunctionUpdate> functions = new LinkedHashMap<>();
        for (FunctionPatch function : manifest.functions()) {
            if (!elsewhere.test(function.owner()) && functions.put(function.id(), finder.find(function)) != null) {
                throw new PatchException(Reason.INTEGRITY, "The patch has the function " + function.id() + " twice");
            }
        }
        return functions;
    }

    private Map<String, FamilyUpdate> families(
            PatchManifest manifest, Map<String, FunctionUpdate> functions, Predicate<String> elsewhere)
            throws PatchException {
        FamilyFinder finder = new FamilyFinder(table, image, classes, functions);
        Map<String, FamilyUpdate> families = new HashMap<>();
        for (FamilyPatch family : manifest.families()) {
            if (!elsewhere.test(family.root())) {
                families.put(family.id(), finder.find(family));
            }
        }
        return families;
    }
}
