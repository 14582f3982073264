package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The names of members that the code of a class mentions. */
final class MemberNames {

    private static final int NAME_AND_TYPE = 12;

    private MemberNames() {}

    /** From the constant pool (JVMS 4.4.6) alone: no code is parsed. */
    static Set<String> in(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> names = new HashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == NAME_AND_TYPE) {
                names.add(reader.readUTF8(offset, buffer));
            }
        }
        return names;
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
