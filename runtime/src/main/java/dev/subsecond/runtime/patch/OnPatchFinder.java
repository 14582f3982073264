package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.OnPatchMethod;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the methods with {@code @OnPatch} that a patch lists. Initialises no class: that happens when one is called. */
final class OnPatchFinder {

    private final HotTable table;
    private final Image image;
    private final ProgramClasses classes;

    /** The functions of the same patch, by id. */
    private final Map<String, FunctionUpdate> functions;

    OnPatchFinder(HotTable table, Image image, ProgramClasses classes, Map<String, FunctionUpdate> functions) {
        this.table = table;
        this.image = image;
        this.classes = classes;
        this.functions = functions;
    }

    List<OnPatchCall> findAll(List<OnPatchMethod> methods) throws PatchException {
        List<OnPatchCall> calls = new ArrayList<>(methods.size());
        for (OnPatchMethod method : methods) {
            MethodHandle newestCode = find(method);
            if (!newestCode.type().equals(OnPatchCall.TYPE)) {
                throw failure(Reason.SIGNATURE_MISMATCH, method, "its type is " + newestCode.type(), null);
            }
            calls.add(new OnPatchCall(method.owner() + "." + method.name(), newestCode));
        }
        return calls;
    }

    /** A method that was ever patched runs by its own entry, because a plain call of an image that was not prepared misses it. */
    private MethodHandle find(OnPatchMethod method) throws PatchException {
        String added = method.function();
        String id = added != null ? added : imageId(method);
        FunctionUpdate update = functions.get(id);
        if (update != null) {
            return table.invoker(update.function(), update.body().type());
        }
        Function known = image.patched(id);
        if (known != null) {
            return table.invoker(known);
        }
        if (added != null) {
            throw failure(Reason.UNKNOWN_FUNCTION, method, "no patch has added it", null);
        }
        return declared(method);
    }

    private String imageId(OnPatchMethod method) {
        String descriptor = OnPatchCall.TYPE.toMethodDescriptorString();
        return Addresses.format(Addresses.function(image.buildId(), method.owner(), method.name(), descriptor));
    }

    private MethodHandle declared(OnPatchMethod method) throws PatchException {
        Class<?> owner = classes.findOwn(method.owner());
        try {
            return classes.lookupIn(owner)
                    .findStatic(owner, method.name(), OnPatchCall.TYPE)
                    .asFixedArity();
        } catch (IllegalAccessException e) {
            throw failure(Reason.ACCESS_DENIED, method, String.valueOf(e.getMessage()), e);
        } catch (NoSuchMethodException | LinkageError e) {
            throw failure(Reason.VERIFY_FAILED, method, String.valueOf(e), e);
        }
    }

    private static PatchException failure(Reason reason, OnPatchMethod method, String why, @Nullable Throwable cause) {
        String member = method.owner() + "." + method.name();
        return new PatchException(
                reason, "Cannot call " + member + ", which has @OnPatch: " + why, member, List.of(), cause);
    }
}
