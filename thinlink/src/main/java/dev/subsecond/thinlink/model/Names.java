package dev.subsecond.thinlink.model;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Names and descriptors, between the JVM's form and a reader's. */
public final class Names {

    public static final String CONSTRUCTOR = "<init>";
    public static final String STATIC_INITIALISER = "<clinit>";

    private Names() {}

    /** The package of an internal class name, with slashes; empty for the unnamed package. */
    public static String packageOf(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return slash < 0 ? "" : internalName.substring(0, slash);
    }

    public static String binary(String internalName) {
        return internalName.replace('/', '.');
    }

    public static String internal(String binaryName) {
        return binaryName.replace('.', '/');
    }

    /** {@code app.Game.tick(World)}; a constructor is {@code app.Game(World)}. */
    public static String readableMethod(String owner, String name, String descriptor) {
        String parameters = Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(Names::simple)
                .collect(Collectors.joining(", ", "(", ")"));
        return switch (name) {
            case CONSTRUCTOR -> readableClass(owner) + parameters;
            case STATIC_INITIALISER -> readableClass(owner) + " static initialiser";
            default -> readableClass(owner) + "." + name + parameters;
        };
    }

    /** {@code app.Game.score}. */
    public static String readableField(String owner, String name) {
        return readableClass(owner) + "." + name;
    }

    /** {@code app.Outer.Inner}; the compiler's numbers for local and anonymous classes stay. */
    public static String readableClass(String internalName) {
        return binary(internalName).replaceAll("(?<![$.])\\$(?=[^0-9$])", ".");
    }

    /** The descriptor with {@code receiver} as first parameter, as a method handle sees an instance method. */
    public static String withReceiver(String receiver, String descriptor) {
        return "(L" + receiver + ";" + descriptor.substring(1);
    }

    private static String simple(Type type) {
        String name = type.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
