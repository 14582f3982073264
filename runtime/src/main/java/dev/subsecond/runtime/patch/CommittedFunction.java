package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.table.Change;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.Switched;
import dev.subsecond.runtime.wire.MethodRef;
import org.jspecify.annotations.Nullable;

/**
 * One function whose pointer a commit changed.
 *
 * @param id its image address
 * @param name the function as a reader would write it: {@code app.Game.tick(World)}
 * @param oldPtr the pointer to the code before; 0 if the patch added the function
 * @param newPtr the pointer to the code now
 * @param image the method of the image, as a stack trace names it
 * @param body the method whose frames run the new code: a static method of a patch class, or {@code image} after a
 *     rollback to it; null if only what the function reaches has changed, or if the new code has no frames
 */
public record CommittedFunction(
        HotFnPtr id,
        String name,
        HotFnPtr oldPtr,
        HotFnPtr newPtr,
        MethodRef image,
        @Nullable MethodRef body) {

    static CommittedFunction of(Switched switched) {
        Change change = switched.change();
        FunctionKey method = switched.method();
        return new CommittedFunction(
                new HotFnPtr(switched.function().address()),
                change.name(),
                new HotFnPtr(change.oldPointer()),
                new HotFnPtr(change.newPointer()),
                ref(switched.function().key()),
                method == null ? null : ref(method));
    }

    private static MethodRef ref(FunctionKey method) {
        return new MethodRef(method.owner().getName(), method.name(), method.descriptor());
    }
}
