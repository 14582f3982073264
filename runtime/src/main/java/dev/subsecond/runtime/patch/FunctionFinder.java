package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.Body;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.VersionBody;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the functions that a patch names and their new code, and checks that the one fits the other. */
final class FunctionFinder {

    private final HotTable table;
    private final Image image;
    private final ProgramClasses classes;

    FunctionFinder(HotTable table, Image image, ProgramClasses classes) {
        this.table = table;
        this.image = image;
        this.classes = classes;
    }

    FunctionUpdate find(FunctionPatch patch) throws PatchException {
        Class<?> owner = patch.added() ? classes.find(patch.owner()) : classes.findOwn(patch.owner());
        MethodType type = type(patch, owner);
        if (ClassDefiner.isForbidden(patch.owner())) {
            throw failure(Reason.UNKNOWN_FUNCTION, patch, "it is no method of the program", null);
        }
        if (!patch.added()) {
            checkInImage(patch, owner);
        }
        Function function = function(patch, owner, type);
        Map<Long, Body> versions = new HashMap<>();
        for (VersionBody version : patch.versions()) {
            versions.put(address(patch, version.pointer()), body(patch, version.body(), type));
        }
        return new FunctionUpdate(
                function,
                address(patch, patch.pointer()),
                address(patch, patch.content()),
                newCode(patch, type),
                versions);
    }

    private @Nullable Body newCode(FunctionPatch patch, MethodType type) throws PatchException {
        MethodRef code = patch.body();
        if (code != null) {
            return body(patch, code, type);
        }
        if (patch.added() && image.patched(patch.id()) == null) {
            throw failure(Reason.LOAD_FAILED, patch, "the patch adds it without any code", null);
        }
        return null;
    }

    private Function function(FunctionPatch patch, Class<?> owner, MethodType type) throws PatchException {
        FunctionKey key = new FunctionKey(owner, patch.name(), patch.descriptor());
        if (!patch.added()) {
            return table.function(key);
        }
        Function known = image.patched(patch.id());
        if (known == null) {
            return image.newFunction(key, address(patch, patch.id()));
        }
        if (!known.key().equals(key)) {
            throw failure(Reason.UNKNOWN_FUNCTION, patch, "its class was loaded anew since it was added", null);
        }
        MethodType before = known.patchedType();
        if (before != null && !before.equals(type)) {
            throw mismatch(patch, "it was added as " + before + " and is now " + type);
        }
        return known;
    }

    /** The type of the function with its receiver, if it has one. */
    private MethodType type(FunctionPatch patch, Class<?> owner) throws PatchException {
        MethodType declared = classes.type(patch.descriptor());
        return patch.isStatic() ? declared : declared.insertParameterTypes(0, owner);
    }

    private Body body(FunctionPatch patch, MethodRef body, MethodType type) throws PatchException {
        MethodType actual = classes.type(body.descriptor());
        if (!actual.equals(type)) {
            throw mismatch(patch, "the new code has the type " + actual + ", the function " + type);
        }
        Class<?> owner = classes.find(body.owner());
        try {
            MethodHandle code = classes.lookupIn(owner)
                    .findStatic(owner, body.name(), actual)
                    .asFixedArity();
            return new Body(code, new FunctionKey(owner, body.name(), body.descriptor()));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failure(Reason.VERIFY_FAILED, patch, "the patch lacks its new code: " + e, e);
        }
    }

    /** The image's method must be declared by that very class, and be static or not as the patch says. */
    private void checkInImage(FunctionPatch patch, Class<?> owner) throws PatchException {
        Lookup lookup = classes.lookupIn(owner);
        MethodType type = classes.type(patch.descriptor());
        try {
            MethodHandle found = find(lookup, owner, patch, type);
            if (lookup.revealDirect(found).getDeclaringClass() != owner) {
                throw failure(Reason.UNKNOWN_FUNCTION, patch, owner.getName() + " does not declare it", null);
            }
        } catch (NoSuchMethodException | LinkageError e) {
            throw failure(Reason.UNKNOWN_FUNCTION, patch, "the program has no such method: " + e.getMessage(), e);
        } catch (IllegalAccessException e) {
            throw mismatch(patch, e.getMessage());
        }
    }

    private static MethodHandle find(Lookup lookup, Class<?> owner, FunctionPatch patch, MethodType type)
            throws NoSuchMethodException, IllegalAccessException {
        if (patch.name().equals("<init>") && !patch.isStatic()) {
            return lookup.findConstructor(owner, type);
        }
        return patch.isStatic()
                ? lookup.findStatic(owner, patch.name(), type)
                : lookup.findSpecial(owner, patch.name(), type, owner);
    }

    private static long address(FunctionPatch patch, String text) throws PatchException {
        try {
            return Addresses.parse(text);
        } catch (IllegalArgumentException e) {
            throw failure(Reason.LOAD_FAILED, patch, e.getMessage(), e);
        }
    }

    private static PatchException mismatch(FunctionPatch patch, @Nullable String why) {
        return failure(Reason.SIGNATURE_MISMATCH, patch, why, null);
    }

    private static PatchException failure(
            Reason reason, FunctionPatch patch, @Nullable String why, @Nullable Throwable cause) {
        String member = patch.owner() + "." + patch.name() + patch.descriptor();
        return new PatchException(reason, "Cannot patch " + member + ": " + why, member, List.of(), cause);
    }
}
