package dev.subsecond.runtime.table;

import dev.subsecond.runtime.wire.Addresses;
import java.lang.invoke.MethodType;
import java.util.stream.Collectors;

/**
 * Which function: a method or constructor of a class, also one that exists in the table only.
 *
 * @param owner its class
 * @param name its name, {@code <init>} for a constructor
 * @param descriptor its descriptor without a receiver
 */
public record FunctionKey(Class<?> owner, String name, String descriptor) {

    /** The address of its code in the image of {@code buildId}. */
    long address(String buildId) {
        return Addresses.function(buildId, owner.getName(), name, descriptor);
    }

    /** The function as a reader would write it: {@code app.Game.tick(World)}. */
    public String displayName() {
        MethodType type = MethodType.fromMethodDescriptorString(descriptor, owner.getClassLoader());
        return type.parameterList().stream()
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", owner.getName().replace('$', '.') + "." + name + "(", ")"));
    }
}
