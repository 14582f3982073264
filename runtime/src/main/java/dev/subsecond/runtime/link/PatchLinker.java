package dev.subsecond.runtime.link;

import dev.subsecond.runtime.table.Family;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Bootstraps of patched code. All they hand out was found and checked before the patch went live, so linking fails only if
 * patch and manifest contradict each other.
 *
 * <p>The types of a site may say {@link Object} where the patched class cannot name a type of the program.
 */
public final class PatchLinker {

    private PatchLinker() {}

    /**
     * A member that the patch reaches through a handle.
     *
     * @param caller a class of the patch
     * @param name any
     * @param type the type that the code uses it with
     * @param sequence the patch
     * @param index of the handle in the patch's manifest
     * @throws LinkageError if the patch has no such handle
     */
    public static CallSite handle(Lookup caller, String name, MethodType type, long sequence, int index) {
        List<MethodHandle> handles = image(caller).handles(sequence);
        if (handles == null || index >= handles.size()) {
            throw new LinkageError("patch " + sequence + " has no handle " + index);
        }
        return new ConstantCallSite(handles.get(index).asType(type));
    }

    /**
     * A function that a patch added, always its newest code.
     *
     * @param caller a class of a patch
     * @param name any
     * @param type the function's type, receiver first
     * @param id the function's address
     * @throws LinkageError if there is no such function
     */
    public static CallSite function(Lookup caller, String name, MethodType type, String id) {
        Function function = image(caller).patched(id);
        if (function == null) {
            throw new LinkageError("no patch has the function " + id);
        }
        return new ConstantCallSite(HotTable.shared().invoker(function).asType(type));
    }

    /**
     * An added virtual method, which runs the newest code for its receiver's class.
     *
     * @param caller a class of a patch
     * @param name any
     * @param type the method's type, receiver first
     * @param id the family's address
     * @throws LinkageError if there is no such family
     */
    public static CallSite family(Lookup caller, String name, MethodType type, String id) {
        Family family = image(caller).family(id);
        if (family == null) {
            throw new LinkageError("no patch has the virtual method " + id);
        }
        return new ConstantCallSite(HotTable.shared().invoker(family).asType(type));
    }

    private static Image image(Lookup caller) {
        return HotTable.shared().image(caller.lookupClass().getClassLoader());
    }
}
