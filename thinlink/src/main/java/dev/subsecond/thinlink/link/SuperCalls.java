package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.ClassView;
import dev.subsecond.thinlink.model.Members;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Methods that do nothing but call the one they override. */
final class SuperCalls {

    private SuperCalls() {}

    /** {@code return super.m(..)} with the signature of {@code overriding}, as a method of {@code owner}. */
    static MethodNode method(ClassView view, ClassFile owner, MethodNode overriding) {
        int access = overriding.access & ~Opcodes.ACC_SYNCHRONIZED;
        MethodNode m = new MethodNode(access, overriding.name, overriding.desc, null, null);
        m.visitVarInsn(Opcodes.ALOAD, 0);
        int slot = 1;
        for (Type argument : Type.getArgumentTypes(overriding.desc)) {
            m.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
        String target = target(view, owner, overriding);
        boolean isInterface = !target.equals(owner.node().superName);
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, target, overriding.name, overriding.desc, isInterface);
        m.visitInsn(Type.getReturnType(overriding.desc).getOpcode(Opcodes.IRETURN));
        m.visitMaxs(slot, slot);
        return m;
    }

    /** The superclass if it has the method, else the interface that does. */
    private static String target(ClassView view, ClassFile owner, MethodNode overriding) {
        return Stream.concat(Stream.of(owner.node().superName), owner.node().interfaces.stream())
                .filter(type -> Members.method(view, type, overriding.name, overriding.desc)
                        .filter(m -> !m.is(Opcodes.ACC_ABSTRACT))
                        .isPresent())
                .findFirst()
                .orElse(owner.node().superName);
    }
}
