package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Who uses a field, by name and type: the class that an access names may be a subclass. */
final class FieldUses {

    private FieldUses() {}

    /** The new fields that the code of {@code changes} uses, itself or by the initialiser of one that it uses. */
    static Set<Change.Field> used(List<Change> changes) {
        Set<Change.Field> unused = changes.stream()
                .filter(Change.Field.class::isInstance)
                .map(Change.Field.class::cast)
                .collect(Collectors.toSet());
        Set<Change.Field> used = new HashSet<>();
        Predicate<Change.Field> isUsed = f -> changes.stream().anyMatch(user -> has(user, f))
                || used.stream().anyMatch(user -> mayInitialiseFrom(user, f));
        while (unused.removeIf(f -> isUsed.test(f) && used.add(f))) {}
        return used;
    }

    /** Says so of all fields that code around the initialiser reads. */
    private static boolean mayInitialiseFrom(Change.Field user, Change.Field field) {
        return user.owner().methods().stream()
                .filter(m -> m.name.startsWith("<"))
                .flatMap(m -> bodies(user.owner(), m))
                .anyMatch(body -> reads(body, field.node()));
    }

    /** Whether the code that {@code change} brings, lambdas included, reads or writes the new field. */
    static boolean has(Change change, Change.Field field) {
        if (change instanceof Change.Method m) {
            return bodies(m.owner(), m.node()).anyMatch(body -> names(body, field.node()));
        } else if (change instanceof Change.Closures c) {
            return bodies(c.owner(), c.node()).anyMatch(body -> names(body, field.node()));
        }
        return change instanceof Change.Type t
                && t.owner().methods().stream().anyMatch(body -> names(body, field.node()));
    }

    private static Stream<MethodNode> bodies(ClassFile owner, MethodNode m) {
        return Stream.concat(Stream.of(m), Lambda.createdBy(owner, m).stream().map(Lambda::body));
    }

    private static boolean names(MethodNode body, FieldNode field) {
        return accesses(body, field).findAny().isPresent();
    }

    private static boolean reads(MethodNode body, FieldNode field) {
        return accesses(body, field)
                .anyMatch(f -> f.getOpcode() == Opcodes.GETSTATIC || f.getOpcode() == Opcodes.GETFIELD);
    }

    private static Stream<FieldInsnNode> accesses(MethodNode body, FieldNode field) {
        return Arrays.stream(body.instructions.toArray())
                .filter(FieldInsnNode.class::isInstance)
                .map(FieldInsnNode.class::cast)
                .filter(f -> f.name.equals(field.name) && f.desc.equals(field.desc));
    }
}
