package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.RecordComponentNode;

/** What the JVM fixes when it loads a class. */
final class ClassShape {

    private static final int KIND = Opcodes.ACC_INTERFACE
            | Opcodes.ACC_ENUM
            | Opcodes.ACC_ANNOTATION
            | Opcodes.ACC_RECORD
            | Opcodes.ACC_ABSTRACT
            | Opcodes.ACC_FINAL;

    private ClassShape() {}

    /** The first reason why {@code newest} cannot take the place of {@code loaded}; empty if none. */
    static Optional<Refusal> difference(ClassFile loaded, ClassFile newest) {
        if (((loaded.node().access ^ newest.node().access) & KIND) != 0 && !isEnum(loaded, newest)) {
            return Optional.of(Refusal.CLASS_KIND);
        }
        if (hasOtherSupertypes(loaded, newest)) {
            return Optional.of(Refusal.SUPERTYPES);
        }
        if (!constants(loaded).equals(constants(newest))) {
            return Optional.of(Refusal.ENUM_CONSTANTS);
        }
        if (!components(loaded).equals(components(newest))) {
            return Optional.of(Refusal.RECORD_COMPONENTS);
        }
        return Optional.empty();
    }

    static boolean hasOtherSupertypes(ClassFile loaded, ClassFile newest) {
        return !Objects.equals(loaded.node().superName, newest.node().superName)
                || !loaded.node().interfaces.equals(newest.node().interfaces);
    }

    /** An enum is final or abstract only by what its constants have. */
    private static boolean isEnum(ClassFile loaded, ClassFile newest) {
        return loaded.is(Opcodes.ACC_ENUM) && newest.is(Opcodes.ACC_ENUM);
    }

    private static List<String> constants(ClassFile c) {
        return c.node().fields.stream()
                .filter(f -> (f.access & Opcodes.ACC_ENUM) != 0)
                .map(f -> f.name)
                .toList();
    }

    private static List<String> components(ClassFile c) {
        List<RecordComponentNode> components = c.node().recordComponents;
        return components == null
                ? List.of()
                : components.stream().map(r -> r.name + r.descriptor).toList();
    }
}
