package dev.subsecond.runtime.table;

import dev.subsecond.runtime.wire.Addresses;
import java.lang.invoke.MethodHandle;
import java.util.Map;

/**
 * New code for a function, found and checked.
 *
 * @param function the function
 * @param address its image address
 * @param pointer the address of the new code
 * @param body the new code, receiver first
 * @param versions further code of the function by its address
 */
public record FunctionUpdate(
        Function function, long address, long pointer, MethodHandle body, Map<Long, MethodHandle> versions) {

    String id() {
        return Addresses.format(address);
    }
}
