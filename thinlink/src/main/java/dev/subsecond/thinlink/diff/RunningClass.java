package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class of the running program: what the JVM has loaded, and what patches have made of it since.
 *
 * @param loaded the class file that the JVM has, without guards and slot
 * @param methods every method that calls can reach, also those that patches added; lambda bodies belong to their methods
 * @param addedFields fields that patches added, by what is known of each
 * @param makers the constructors that have an added method in their place, which patched code can call
 * @param led methods of the loaded class that first ask whether some other code runs for their receiver
 */
public record RunningClass(
        ClassFile loaded,
        Map<Key, RunningMethod> methods,
        Map<Key, AddedField> addedFields,
        Set<Key> makers,
        Set<Key> led) {

    public RunningClass {
        led = Set.copyOf(led);
        methods = Map.copyOf(methods);
        addedFields = Map.copyOf(addedFields);
        makers = Set.copyOf(makers);
    }

    /** A class as the program was started with it. */
    public static RunningClass ofImage(ClassFile loaded, SwitchMaps switchMaps) {
        Map<Key, RunningMethod> methods = new HashMap<>();
        for (MethodNode m : loaded.methods()) {
            if (isComparedByName(m)) {
                methods.put(Key.of(m), RunningMethod.ofImage(loaded, m, switchMaps));
            }
        }
        return new RunningClass(loaded, methods, Map.of(), Set.of(), Set.of());
    }

    /** Lambda bodies are compared inside the methods that create them, their deserialiser not at all. */
    public static boolean isComparedByName(MethodNode m) {
        boolean deserialiser = (m.access & Opcodes.ACC_SYNTHETIC) != 0 && m.name.equals("$deserializeLambda$");
        return !Lambda.isBody(m) && !deserialiser;
    }

    /**
     * Whether the JVM's class has that method: static or not as {@code m} is, and with a body if {@code m} has one.
     *
     * @param m a method of a newer version of the class
     */
    public boolean hasLoaded(MethodNode m) {
        int noBody = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
        return loaded.method(m.name, m.desc)
                .filter(l -> ((l.access ^ m.access) & Opcodes.ACC_STATIC) == 0)
                .filter(l -> (m.access & noBody) != 0 || (l.access & noBody) == 0)
                .isPresent();
    }

    /** Whether the JVM's class has a method of that name and descriptor. */
    public boolean hasLoaded(Key method) {
        return loaded.method(method.name(), method.descriptor()).isPresent();
    }
}
