package dev.subsecond.thinlink.link;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Static methods that do nothing but call the method of a handle constant. */
final class Bridges {

    private static final int ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private Bridges() {}

    /** A method {@code name} that calls what {@code h} refers to, with the same parameters, receiver first. */
    static MethodNode to(Handle h, String name) {
        MethodNode bridge = new MethodNode(ACCESS, name, descriptor(h), null, null);
        boolean creates = h.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (creates) {
            bridge.visitTypeInsn(Opcodes.NEW, h.getOwner());
            bridge.visitInsn(Opcodes.DUP);
        }
        int slot = 0;
        for (Type argument : Type.getArgumentTypes(bridge.desc)) {
            bridge.instructions.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        bridge.instructions.add(new MethodInsnNode(opcode(h), h.getOwner(), h.getName(), h.getDesc(), h.isInterface()));
        bridge.instructions.add(new InsnNode(Type.getReturnType(bridge.desc).getOpcode(Opcodes.IRETURN)));
        bridge.maxLocals = slot;
        bridge.maxStack = slot + 2;
        return bridge;
    }

    /** The call in a bridge made by {@link #to}. */
    static MethodInsnNode callIn(MethodNode bridge) {
        for (AbstractInsnNode i : bridge.instructions) {
            if (i instanceof MethodInsnNode call) {
                return call;
            }
        }
        throw new IllegalArgumentException("no bridge: " + bridge.name);
    }

    private static String descriptor(Handle h) {
        return switch (h.getTag()) {
            case Opcodes.H_INVOKESTATIC -> h.getDesc();
            case Opcodes.H_NEWINVOKESPECIAL ->
                h.getDesc().substring(0, h.getDesc().length() - 1)
                        + Type.getObjectType(h.getOwner()).getDescriptor();
            default ->
                "(" + Type.getObjectType(h.getOwner()).getDescriptor()
                        + h.getDesc().substring(1);
        };
    }

    private static int opcode(Handle h) {
        return switch (h.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            default -> Opcodes.INVOKESPECIAL;
        };
    }
}
