package dev.subsecond.runtime.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a patch makes of a function, found and checked.
 *
 * @param function the function
 * @param pointer the address of the new code and of what it reaches
 * @param content the address of the function's own new code alone
 * @param body the new code, {@link Body#IMAGE} for the image's own; null if the function goes on with the code that it runs and only its pointer changes
 * @param versions further code of the function by its pointer
 */
public record FunctionUpdate(
        Function function,
        long pointer,
        long content,
        @Nullable Body body,
        Map<Long, Body> versions) {}
