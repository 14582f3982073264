package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.nativecode.NativeCall;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.wire.Addresses;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the Java functions that a native patch is for, and checks that the code meant for them can be theirs. */
final class NativeTargetFinder {

    private final HotTable table;
    private final Image image;
    private final ProgramClasses classes;

    NativeTargetFinder(HotTable table, Image image) {
        this.table = table;
        this.image = image;
        this.classes = new ProgramClasses(image);
    }

    /** @param map a jump table; its entries for native functions are left out */
    List<NativeTarget> findAll(Map<Long, Long> map) throws PatchException {
        List<NativeTarget> targets = new ArrayList<>();
        for (Map.Entry<Long, Long> entry : map.entrySet()) {
            if (Addresses.isManaged(entry.getKey())) {
                targets.add(find(entry.getKey(), entry.getValue()));
            }
        }
        return targets;
    }

    private NativeTarget find(long id, long value) throws PatchException {
        Function function = function(id);
        MethodType type = classes.type(function.key().descriptor());
        if (Addresses.isManaged(value)) {
            return new NativeTarget(function, type, value, earlierCode(function, value));
        }
        checkFits(function, type);
        return new NativeTarget(function, type, value, null);
    }

    private Function function(long id) throws PatchException {
        Function function = table.function(image, id);
        if (function == null) {
            throw new PatchException(
                    Reason.UNKNOWN_FUNCTION,
                    "No function of this program that has been called, or asked for its handle, has the image address "
                            + Addresses.format(id));
        }
        return function;
    }

    /** Code that the function has had before: the image's, or that of a patch jar. */
    private FunctionUpdate earlierCode(Function function, long pointer) throws PatchException {
        FunctionUpdate earlier = table.backTo(function, pointer);
        if (earlier == null) {
            throw failure(
                    Reason.UNKNOWN_FUNCTION,
                    function,
                    "it has no code " + Addresses.format(pointer)
                            + " to go back to, neither in the image nor from a patch");
        }
        return earlier;
    }

    private void checkFits(Function function, MethodType type) throws PatchException {
        if (!isStatic(function, type)) {
            throw misfit(function, "its receiver cannot be passed to C: make the method static");
        }
        int parameter = NativeCall.misfit(type);
        if (parameter >= 0) {
            String what = "parameter " + (parameter + 1) + " ("
                    + type.parameterType(parameter).getTypeName() + ")";
            throw misfit(function, what + " cannot be passed to C; " + NativeCall.FITTING);
        }
        if (!NativeCall.canBeReturned(type.returnType())) {
            String what = "its result (" + type.returnType().getTypeName() + ")";
            throw misfit(function, what + " cannot come from C; " + NativeCall.FITTING);
        }
    }

    private boolean isStatic(Function function, MethodType declared) throws PatchException {
        MethodType patched = function.patchedType();
        if (patched != null) {
            return patched.parameterCount() == declared.parameterCount();
        }
        Class<?> owner = function.key().owner();
        try {
            return classes.lookupIn(owner).findStatic(owner, function.key().name(), declared) != null;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return false;
        }
    }

    private static PatchException misfit(Function function, String why) {
        return failure(Reason.SIGNATURE_MISMATCH, function, why);
    }

    private static PatchException failure(Reason reason, Function function, String why) {
        String name = function.key().displayName();
        return new PatchException(reason, "Cannot patch " + name + ": " + why, name, List.of(), null);
    }
}
