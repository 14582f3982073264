package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Methods that do nothing but call the one they override. */
final class SuperCalls {

    private SuperCalls() {}

    /** {@code return super.m(..)} with the signature of {@code overriding}, as a method of {@code owner}. */
    static MethodNode method(ClassFile owner, MethodNode overriding) {
        int access = overriding.access & ~Opcodes.ACC_SYNCHRONIZED;
        MethodNode m = new MethodNode(access, overriding.name, overriding.desc, null, null);
        m.visitVarInsn(Opcodes.ALOAD, 0);
        int slot = 1;
        for (Type argument : Type.getArgumentTypes(overriding.desc)) {
            m.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, owner.node().superName, overriding.name, overriding.desc, false);
        m.visitInsn(Type.getReturnType(overriding.desc).getOpcode(Opcodes.IRETURN));
        m.visitMaxs(slot, slot);
        return m;
    }
}
