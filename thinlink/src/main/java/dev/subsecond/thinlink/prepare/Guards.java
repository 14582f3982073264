package dev.subsecond.thinlink.prepare;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts the guard in front of every body of a class:
 *
 * <pre>
 *   invokedynamic guard()Z
 *   ifeq original
 *   (receiver and arguments)
 *   invokedynamic dispatch(..)
 *   xRETURN
 * original:
 * </pre>
 *
 * <p>The guard's types name no class of the program, so an unpatched method loads nothing more than before. The guard
 * has no line number of its own.
 */
final class Guards {

    /** Slots that an invokedynamic may take; the machinery of method handles needs the other two of the 255. */
    private static final int MAX_ARGUMENT_SLOTS = 253;

    private static final String LINKER = "dev/subsecond/runtime/link/ImageLinker";
    private static final String BOOTSTRAP_DESCRIPTOR =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/String;Ljava/lang/String;I)Ljava/lang/invoke/CallSite;";
    private static final String TOO_MANY_ARGUMENTS =
            "its parameters take more than " + MAX_ARGUMENT_SLOTS + " slots, more than an entry can pass on";

    private final ClassNode owner;
    private final Map<String, String> left;

    /**
     * Guards for {@code owner}.
     *
     * @param left methods to leave alone, name and descriptor to the reason
     */
    Guards(ClassNode owner, Map<String, String> left) {
        this.owner = owner;
        this.left = left;
    }

    /** Whether {@code method} ought to have a guard: it has a body and can be called. */
    static boolean concerns(MethodNode method) {
        boolean hasBody = (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        return hasBody && !method.name.equals("<clinit>");
    }

    void addAll(List<Unguarded> unguarded) {
        for (MethodNode method : owner.methods) {
            if (concerns(method)) {
                add(method, unguarded);
            }
        }
    }

    private void add(MethodNode method, List<Unguarded> unguarded) {
        String member = method.name + method.desc;
        String known = left.get(member);
        if (known != null) {
            unguarded.add(new Unguarded(member, known));
        } else if (argumentSlots(method) > MAX_ARGUMENT_SLOTS) {
            unguarded.add(new Unguarded(member, TOO_MANY_ARGUMENTS));
        } else if (method.name.equals("<init>")) {
            addToConstructor(method, unguarded);
        } else {
            insert(method, null);
        }
    }

    private void addToConstructor(MethodNode method, List<Unguarded> unguarded) {
        ConstructorStart start = ConstructorStart.of(owner.name, method);
        if (start.problem() != null) {
            unguarded.add(new Unguarded(method.name + method.desc, start.problem()));
        } else {
            insert(method, start.lastInstruction());
        }
    }

    /** Inserts the guard after {@code previous}, or at the very start if that is null. */
    private void insert(MethodNode method, @Nullable AbstractInsnNode previous) {
        AbstractInsnNode next = previous == null ? method.instructions.getFirst() : previous.getNext();
        LabelNode original = new LabelNode();
        InsnList guard = guard(method, original);
        guard.add(original);
        if (!startsWithFrame(next)) {
            guard.add(EntryFrame.of(owner.name, method));
        }
        if (previous == null) {
            method.instructions.insert(guard);
        } else {
            method.instructions.insert(previous, guard);
        }
        method.maxStack = Math.max(method.maxStack, Math.max(argumentSlots(method), 2));
    }

    /** A body that starts with a loop has a frame there already, and only one may stand at an offset. */
    private static boolean startsWithFrame(@Nullable AbstractInsnNode next) {
        AbstractInsnNode node = next;
        while (node != null && node.getOpcode() < 0) {
            if (node instanceof FrameNode) {
                return true;
            }
            node = node.getNext();
        }
        return false;
    }

    private InsnList guard(MethodNode method, LabelNode original) {
        InsnList code = new InsnList();
        code.add(call(method, "guard", "()Z"));
        code.add(new JumpInsnNode(Opcodes.IFEQ, original));
        int slot = 0;
        if (!isStatic(method)) {
            code.add(new VarInsnNode(Opcodes.ALOAD, slot++));
        }
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            code.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        code.add(call(method, "dispatch", dispatchDescriptor(method)));
        code.add(new InsnNode(Type.getReturnType(method.desc).getOpcode(Opcodes.IRETURN)));
        return code;
    }

    private InvokeDynamicInsnNode call(MethodNode method, String name, String descriptor) {
        Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, LINKER, name, BOOTSTRAP_DESCRIPTOR, false);
        return new InvokeDynamicInsnNode(
                name, descriptor, bootstrap, method.name, method.desc, isStatic(method) ? 1 : 0);
    }

    private String dispatchDescriptor(MethodNode method) {
        return isStatic(method) ? method.desc : "(L" + owner.name + ";" + method.desc.substring(1);
    }

    /** Slots of the parameters and the receiver, longs and doubles counted twice. */
    private static int argumentSlots(MethodNode method) {
        int withReceiver = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
        return isStatic(method) ? withReceiver - 1 : withReceiver;
    }

    private static boolean isStatic(MethodNode method) {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }
}
