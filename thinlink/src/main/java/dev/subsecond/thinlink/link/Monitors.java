package dev.subsecond.thinlink.link;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Keeps {@code synchronized} methods on the monitor they had: a moved body is static in another class, so its own flag would
 * lock the wrong class (JVMS 2.11.10).
 */
final class Monitors {

    private static final int ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

    private Monitors() {}

    /**
     * A method that calls {@code body} while it holds the monitor.
     *
     * @param lockClass the class to lock, for what was a static method; otherwise the first argument is locked
     */
    static MethodNode around(String owner, MethodNode body, String name, String lockClass, boolean isStatic) {
        MethodNode m = new MethodNode(ACCESS, name, body.desc, null, null);
        int lock = Type.getArgumentsAndReturnSizes(body.desc) >> 2;
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        LabelNode failed = new LabelNode();
        if (isStatic) {
            m.visitLdcInsn(Type.getObjectType(lockClass));
        } else {
            m.visitVarInsn(Opcodes.ALOAD, 0);
        }
        m.visitInsn(Opcodes.DUP);
        m.visitVarInsn(Opcodes.ASTORE, lock);
        m.visitInsn(Opcodes.MONITORENTER);
        m.instructions.add(start);
        call(m, owner, body);
        m.visitVarInsn(Opcodes.ALOAD, lock);
        m.visitInsn(Opcodes.MONITOREXIT);
        m.instructions.add(end);
        m.visitInsn(Type.getReturnType(body.desc).getOpcode(Opcodes.IRETURN));
        m.instructions.add(failed);
        m.instructions.add(Frames.frame(locals(body.desc), "java/lang/Throwable"));
        m.visitVarInsn(Opcodes.ALOAD, lock);
        m.visitInsn(Opcodes.MONITOREXIT);
        m.visitInsn(Opcodes.ATHROW);
        m.tryCatchBlocks.add(new TryCatchBlockNode(start, end, failed, null));
        return m;
    }

    private static void call(MethodNode m, String owner, MethodNode body) {
        int slot = 0;
        for (Type argument : Type.getArgumentTypes(body.desc)) {
            m.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
        m.visitMethodInsn(Opcodes.INVOKESTATIC, owner, body.name, body.desc, false);
    }

    /** The slot of a receiver, which static methods do not have, stays free before the monitor. */
    private static List<Object> locals(String descriptor) {
        List<Object> locals = new ArrayList<>(Frames.parameters(descriptor));
        locals.add(Opcodes.TOP);
        locals.add("java/lang/Object");
        return locals;
    }
}
