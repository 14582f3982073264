package dev.subsecond.runtime.link;

import dev.subsecond.runtime.table.HotTable;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Bootstraps of the guards in a prepared image; the method concerned is one of the class that calls.
 *
 * <p>Linking neither loads nor initialises a class of the program and holds no lock but the jump table's, for a moment.
 */
public final class ImageLinker {

    private ImageLinker() {}

    /**
     * Whether the method was patched.
     *
     * @param caller private access to the method's class; kept, as the right to patch its package
     * @param name always {@code guard}
     * @param type always {@code ()boolean}
     * @param method the method's name
     * @param descriptor its descriptor, without a receiver
     * @param isStatic 1 if it has no receiver
     */
    public static CallSite guard(
            Lookup caller, String name, MethodType type, String method, String descriptor, int isStatic) {
        return HotTable.shared().guard(caller, method, descriptor);
    }

    /**
     * The method's newest code. Linked when its guard said yes for the first time.
     *
     * @param caller as for {@link #guard}
     * @param name always {@code dispatch}
     * @param type the method's type, receiver first
     * @param method the method's name
     * @param descriptor its descriptor, without a receiver
     * @param isStatic 1 if it has no receiver
     */
    public static CallSite dispatch(
            Lookup caller, String name, MethodType type, String method, String descriptor, int isStatic) {
        return HotTable.shared().dispatch(caller, method, descriptor, type);
    }
}
