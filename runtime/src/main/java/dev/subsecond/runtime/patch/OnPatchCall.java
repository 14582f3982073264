package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchEvent;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * A method of the program that wants to know of each patch, ready to be called once the patch is committed.
 *
 * @param name the method as a reader would write it: {@code app.Cache.refill}
 * @param newestCode runs it; its type is {@link #TYPE}
 */
public record OnPatchCall(String name, MethodHandle newestCode) {

    /** Takes the event and returns nothing. */
    static final MethodType TYPE = MethodType.methodType(void.class, PatchEvent.class);

    /** Calls it; throws whatever it throws. */
    public void tell(PatchEvent event) throws Throwable {
        newestCode.invokeExact(event);
    }
}
