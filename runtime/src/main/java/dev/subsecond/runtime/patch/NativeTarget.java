package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.nativecode.AnchoredLibrary;
import dev.subsecond.runtime.nativecode.NativeCall;
import dev.subsecond.runtime.table.Body;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.wire.Addresses;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A Java function that a native patch is for.
 *
 * @param function the function
 * @param type its type
 * @param value where its new code was linked in the patch, or the pointer of the code to go back to
 * @param earlier what goes back to that code; null if the new code is native
 */
record NativeTarget(
        Function function,
        MethodType type,
        long value,
        @Nullable FunctionUpdate earlier) {

    /** Its new code, as an address of this process. */
    FunctionUpdate update(AnchoredLibrary patch) throws PatchException {
        if (earlier != null) {
            return earlier;
        }
        OptionalLong address = patch.code(value);
        if (address.isEmpty()) {
            String name = function.key().displayName();
            String message =
                    "The new code of " + name + ", " + Addresses.format(value) + ", is not in the code of the patch";
            throw new PatchException(Reason.INTEGRITY, message, name, List.of(), null);
        }
        long here = address.getAsLong();
        return new FunctionUpdate(function, here, here, new Body(NativeCall.handle(here, type), null), Map.of());
    }
}
