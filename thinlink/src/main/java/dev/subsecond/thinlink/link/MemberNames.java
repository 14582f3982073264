package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The names of members that the code of a class mentions. */
final class MemberNames {

    private MemberNames() {}

    static Set<String> in(byte[] classFile) {
        return ConstantPoolNames.in(classFile, ConstantPoolNames.NAME_AND_TYPE);
    }

    static Set<String> in(ClassFile c) {
        Set<String> names = new HashSet<>();
        for (MethodNode m : c.methods()) {
            for (AbstractInsnNode i : m.instructions) {
                if (i instanceof FieldInsnNode f) {
                    names.add(f.name);
                } else if (i instanceof MethodInsnNode call) {
                    names.add(call.name);
                } else if (i instanceof InvokeDynamicInsnNode d) {
                    addHandles(d, names);
                }
            }
        }
        return names;
    }

    private static void addHandles(InvokeDynamicInsnNode d, Set<String> names) {
        for (Object argument : d.bsmArgs) {
            if (argument instanceof Handle h) {
                names.add(h.getName());
            }
        }
    }
}
