package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Fields whose loaded modifiers promise something else than the newest sources do. */
final class FieldChanges {

    private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

    private FieldChanges() {}

    /**
     * Whether {@code newest}, a static field, may be assigned now and might not before. The JVM takes the value of a static
     * final field for a constant, so the field has to be another one from now on.
     */
    static boolean isMoved(Optional<ClassFile> loadedOwner, FieldNode newest) {
        int kind = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        return (newest.access & kind) == Opcodes.ACC_STATIC
                && loadedOwner
                        .flatMap(c -> c.field(newest.name, newest.desc))
                        .filter(f -> (f.access & kind) == kind)
                        .isPresent();
    }

    /** Whether the newest sources promise a volatile field where the JVM has a plain one. */
    static boolean isMadeVolatile(Optional<ClassFile> loadedOwner, FieldNode newest) {
        return (newest.access & Opcodes.ACC_VOLATILE) != 0
                && loadedOwner
                        .flatMap(c -> c.field(newest.name, newest.desc))
                        .filter(f -> ((f.access ^ newest.access) & Opcodes.ACC_STATIC) == 0)
                        .filter(f -> (f.access & Opcodes.ACC_VOLATILE) == 0)
                        .isPresent();
    }

    /** A static method that gives the value of the loaded field that {@code field} takes over from. */
    static MethodNode valueSoFar(ClassFile owner, FieldNode field, String name, PatchBuilder patch) {
        HandleRef getter =
                new HandleRef(HandleKind.GET_STATIC, owner.binaryName(), owner.binaryName(), field.name, field.desc);
        MethodNode m = new MethodNode(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name, "()" + field.desc, null, null);
        m.instructions.add(Instructions.throughHandle(getter, patch.sequence(), patch.handle(getter)));
        m.instructions.add(new InsnNode(Type.getType(field.desc).getOpcode(Opcodes.IRETURN)));
        m.maxStack = 2;
        return m;
    }

    /** Puts fences around an access of a plain field, which make it one of a volatile field (JLS 17.4). */
    static void fence(InsnList code, AbstractInsnNode access, boolean reads) {
        code.insertBefore(access, fence(reads ? "fullFence" : "releaseFence"));
        code.insert(access, fence(reads ? "acquireFence" : "fullFence"));
    }

    private static MethodInsnNode fence(String name) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, VAR_HANDLE, name, "()V", false);
    }
}
