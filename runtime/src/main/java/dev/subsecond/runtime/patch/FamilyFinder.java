package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.Body;
import dev.subsecond.runtime.table.Family;
import dev.subsecond.runtime.table.FamilyUpdate;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.runtime.wire.FamilyPatch;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what runs for which receivers of the virtual methods that a patch adds. */
final class FamilyFinder {

    private final HotTable table;
    private final Image image;
    private final ProgramClasses classes;

    /** The functions of the same patch, by id. */
    private final Map<String, FunctionUpdate> functions;

    FamilyFinder(HotTable table, Image image, ProgramClasses classes, Map<String, FunctionUpdate> functions) {
        this.table = table;
        this.image = image;
        this.classes = classes;
        this.functions = functions;
    }

    FamilyUpdate find(FamilyPatch patch) throws PatchException {
        MethodType declared = classes.type(patch.descriptor());
        Class<?> root = classes.find(patch.root());
        MethodType type = declared.insertParameterTypes(0, root);
        Map<Class<?>, MethodHandle> members = new HashMap<>();
        Set<Class<?>> leaving = new HashSet<>();
        for (FamilyMember member : patch.members()) {
            Class<?> receiver = classes.find(member.receiver());
            if (!root.isAssignableFrom(receiver)) {
                throw failure(Reason.SIGNATURE_MISMATCH, patch, receiver.getName() + " is no " + root.getName(), null);
            }
            if (member.function() == null && !member.declared()) {
                leaving.add(receiver);
            } else {
                members.put(receiver, fitting(patch, receiver, declared, member(patch, member, declared)));
            }
        }
        return new FamilyUpdate(family(patch, type), members, leaving);
    }

    private Family family(FamilyPatch patch, MethodType type) throws PatchException {
        Family known = image.family(patch.id());
        if (known == null) {
            return new Family(patch.id(), patch.root() + "." + patch.name() + patch.descriptor(), type);
        }
        if (!known.type().equals(type)) {
            throw failure(
                    Reason.SIGNATURE_MISMATCH, patch, "it was added as " + known.type() + " and is now " + type, null);
        }
        return known;
    }

    /** The dispatch calls what it is given with the receiver and the family's other types, and checks no more. */
    private static MethodHandle fitting(FamilyPatch patch, Class<?> receiver, MethodType declared, MethodHandle code)
            throws PatchException {
        MethodType type = code.type();
        boolean takesReceiver =
                type.parameterCount() > 0 && type.parameterType(0).isAssignableFrom(receiver);
        if (!takesReceiver || !type.dropParameterTypes(0, 1).equals(declared)) {
            throw failure(
                    Reason.SIGNATURE_MISMATCH,
                    patch,
                    "its code for " + receiver.getName() + " has the type " + type,
                    null);
        }
        return code;
    }

    private MethodHandle member(FamilyPatch patch, FamilyMember member, MethodType declared) throws PatchException {
        String id = member.function();
        if (id != null) {
            return function(patch, id);
        }
        Class<?> receiver = classes.find(member.receiver());
        try {
            Lookup lookup = isPublicLibrary(receiver) ? MethodHandles.publicLookup() : classes.lookupIn(receiver);
            return lookup.findVirtual(receiver, patch.name(), declared).asFixedArity();
        } catch (NoSuchMethodException | LinkageError e) {
            throw failure(Reason.VERIFY_FAILED, patch, member.receiver() + " does not declare it: " + e, e);
        } catch (IllegalAccessException e) {
            throw failure(Reason.ACCESS_DENIED, patch, String.valueOf(e.getMessage()), e);
        }
    }

    /** A library need not open its package for what everybody may call. */
    private boolean isPublicLibrary(Class<?> receiver) {
        Module module = receiver.getModule();
        return Modifier.isPublic(receiver.getModifiers())
                && receiver.getClassLoader() != image.loader()
                && module.isExported(receiver.getPackageName());
    }

    private MethodHandle function(FamilyPatch patch, String id) throws PatchException {
        FunctionUpdate update = functions.get(id);
        Body body = update == null ? null : update.body();
        if (update != null && body != null) {
            return table.invoker(update.function(), body.handle().type());
        }
        Function known = image.patched(id);
        if (known == null) {
            throw failure(Reason.UNKNOWN_FUNCTION, patch, "no patch has its member " + id, null);
        }
        return table.invoker(known);
    }

    private static PatchException failure(Reason reason, FamilyPatch patch, String why, @Nullable Throwable cause) {
        String member = patch.root() + "." + patch.name() + patch.descriptor();
        return new PatchException(reason, "Cannot add " + member + ": " + why, member, List.of(), cause);
    }
}
