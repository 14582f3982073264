package dev.subsecond.thinlink.link;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Checks of the receiver, which a call of a static method does not make as a call of an instance method does. */
final class NullChecks {

    private NullChecks() {}

    /** Makes {@code m} fail at once if its first argument, the receiver, is null. */
    static void addTo(MethodNode m) {
        InsnList check = new InsnList();
        check.add(new VarInsnNode(Opcodes.ALOAD, 0));
        check.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                "java/util/Objects",
                "requireNonNull",
                "(Ljava/lang/Object;)Ljava/lang/Object;",
                false));
        check.add(new InsnNode(Opcodes.POP));
        m.instructions.insert(check);
    }
}
