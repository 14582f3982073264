package dev.subsecond.runtime.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The new code of one function.
 *
 * @param id its image address
 * @param pointer the address of the new code and of all that it reaches; equal to the id when that is the image's again
 * @param content the address of the function's own code alone; equal to the id when that is the image's again. Frames of
 *     other content are stale
 * @param owner the binary name of its class in the image, with dots
 * @param name the method's name, {@code <init>} for a constructor
 * @param descriptor the method's descriptor, without its receiver
 * @param isStatic whether it has no receiver
 * @param added whether the image has no such method, so that it exists only in the jump table
 * @param hot whether the method has a handle that may ask for earlier versions
 * @param body the new code: a static method of a patch class, the receiver first; null if the function runs the code
 *     that it has and only what this reaches has changed
 * @param versions further versions of a hot function that this patch brings along; an unmodifiable copy
 */
public record FunctionPatch(
        String id,
        String pointer,
        String content,
        String owner,
        String name,
        String descriptor,
        boolean isStatic,
        boolean added,
        boolean hot,
        @MayBeNull @Nullable MethodRef body,
        List<VersionBody> versions) {

    /** Ends the name of an added function whose class has an instance method of that name and descriptor. */
    public static final String NOW_STATIC = "$$static";

    /** Ends the name of an added function whose class has a static method of that name and descriptor. */
    public static final String NOW_INSTANCE = "$$instance";

    /** Copies the list. */
    public FunctionPatch {
        versions = List.copyOf(versions);
    }

    /** The method's name in the source. */
    public String methodName() {
        return name.endsWith(NOW_STATIC) || name.endsWith(NOW_INSTANCE)
                ? name.substring(0, name.lastIndexOf("$$"))
                : name;
    }
}
