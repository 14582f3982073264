package dev.subsecond.runtime.table;

import dev.subsecond.runtime.wire.Addresses;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

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

    /** Whether {@code method} has that name and descriptor, whoever declares it. */
    public boolean hasSignatureOf(Method method) {
        return method.getName().equals(name)
                && MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .toMethodDescriptorString()
                        .equals(descriptor);
    }

    /**
     * Whether a virtual call that names {@code other} may run this one instead. Says so too often rather than too seldom: a class
     * can implement an interface's method without being a subtype of it.
     */
    boolean mayOverride(FunctionKey other) {
        return owner != other.owner
                && name.equals(other.name)
                && descriptor.equals(other.descriptor)
                && !isConstructor()
                && (other.owner.isInterface() || other.owner.isAssignableFrom(owner));
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    /** The function as a reader would write it: {@code app.Game.tick(World)}. Loads none of its types. */
    public String displayName() {
        StringJoiner names = new StringJoiner(", ", owner.getName().replace('$', '.') + "." + name + "(", ")");
        parameters().forEach(type -> names.add(simpleName(type)));
        return names.toString();
    }

    /** How many parameters it has, the receiver not among them. */
    int parameterCount() {
        return parameters().size();
    }

    private List<String> parameters() {
        List<String> types = new ArrayList<>();
        int end = descriptor.indexOf(')');
        for (int start = 1; start < end; ) {
            int next = endOfType(start);
            types.add(descriptor.substring(start, next));
            start = next;
        }
        return types;
    }

    /** Where the type descriptor that begins at {@code start} ends, exclusive. */
    private int endOfType(int start) {
        int element = start;
        while (descriptor.charAt(element) == '[') {
            element++;
        }
        return descriptor.charAt(element) == 'L' ? descriptor.indexOf(';', element) + 1 : element + 1;
    }

    private static String simpleName(String type) {
        return switch (type.charAt(0)) {
            case '[' -> simpleName(type.substring(1)) + "[]";
            case 'L' ->
                type.substring(
                        Math.max(0, Math.max(type.lastIndexOf('/'), type.lastIndexOf('$'))) + 1, type.length() - 1);
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            default -> "double";
        };
    }
}
