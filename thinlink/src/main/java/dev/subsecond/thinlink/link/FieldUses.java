package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Who uses a field, by name and type: the class that an access names may be a subclass. */
final class FieldUses {

    private FieldUses() {}

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
        for (AbstractInsnNode i : body.instructions) {
            if (i instanceof FieldInsnNode f && f.name.equals(field.name) && f.desc.equals(field.desc)) {
                return true;
            }
        }
        return false;
    }
}
