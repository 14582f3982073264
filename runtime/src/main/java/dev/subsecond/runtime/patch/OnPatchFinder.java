package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.wire.OnPatchMethod;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
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

    private MethodHandle find(OnPatchMethod method) throws PatchException {
        String added = method.function();
        if (added == null) {
            return declared(method);
        }
        FunctionUpdate update = functions.get(added);
        Function function = update == null ? image.patched(added) : update.function();
        if (function == null) {
            throw failure(Reason.UNKNOWN_FUNCTION, method, "no patch has added it", null);
        }
        return table.invoker(function, OnPatchCall.TYPE);
    }

    /** By a site that follows the patches, because a plain call of an image that was not prepared misses them. */
    private MethodHandle declared(OnPatchMethod method) throws PatchException {
        Class<?> owner = classes.findOwn(method.owner());
        try {
            Lookup lookup = classes.lookupIn(owner);
            MethodHandle plain =
                    lookup.findStatic(owner, method.name(), OnPatchCall.TYPE).asFixedArity();
            FunctionKey key = new FunctionKey(owner, method.name(), OnPatchCall.TYPE.toMethodDescriptorString());
            return table.closure(lookup, key, plain, true).site().dynamicInvoker();
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
