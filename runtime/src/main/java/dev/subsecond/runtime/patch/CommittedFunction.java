package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.table.Change;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.MethodRef;
import org.jspecify.annotations.Nullable;

/**
 * One function that a commit gave new code.
 *
 * @param id its image address
 * @param name the function as a reader would write it: {@code app.Game.tick(World)}
 * @param oldPtr the pointer to the code before; 0 if the patch added the function
 * @param newPtr the pointer to the code now
 * @param image the method of the image, as a stack trace names it
 * @param body the new code, a static method of a patch class; null if only what the function reaches has changed
 */
public record CommittedFunction(
        HotFnPtr id,
        String name,
        HotFnPtr oldPtr,
        HotFnPtr newPtr,
        MethodRef image,
        @Nullable MethodRef body) {

    static CommittedFunction of(Change change, FunctionPatch patch) {
        return new CommittedFunction(
                new HotFnPtr(Addresses.parse(patch.id())),
                change.name(),
                new HotFnPtr(change.oldPointer()),
                new HotFnPtr(change.newPointer()),
                new MethodRef(patch.owner(), patch.name(), patch.descriptor()),
                patch.body());
    }
}
