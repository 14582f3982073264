package dev.subsecond.thinlink.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lets {@code synchronized} methods take their monitor themselves, as a {@code synchronized} block around the whole body does.
 * The JVM would take it before the guard, so that a patch could not take it away.
 */
final class MonitorMove {

    private static final String THROWABLE = "java/lang/Throwable";

    private final MethodNode method;
    private final int lock;
    private final List<Object> held;
    private LabelNode start = new LabelNode();
    private final List<TryCatchBlockNode> ranges = new ArrayList<>();
    private final LabelNode failed = new LabelNode();

    private MonitorMove(ClassNode owner, MethodNode method) {
        this.method = method;
        this.lock = method.maxLocals;
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        this.held = withLock(List.of(), isStatic ? "java/lang/Class" : owner.name);
        move(owner, isStatic);
    }

    /**
     * Moves the monitors of all synchronized methods with a body but those in {@code left}.
     *
     * @return whether one of them takes part in the serial version id (Java Object Serialization Specification 4.6)
     */
    static boolean in(ClassNode owner, Set<String> left) {
        boolean counts = false;
        for (MethodNode m : owner.methods) {
            boolean isSynchronized = (m.access & Opcodes.ACC_SYNCHRONIZED) != 0;
            if (isSynchronized && Guards.concerns(m) && !left.contains(m.name + m.desc)) {
                new MonitorMove(owner, m);
                counts |= (m.access & Opcodes.ACC_PRIVATE) == 0;
            }
        }
        return counts;
    }

    private void move(ClassNode owner, boolean isStatic) {
        AbstractInsnNode[] body = method.instructions.toArray();
        for (AbstractInsnNode i : body) {
            if (i instanceof FrameNode f) {
                f.local = withLock(f.local, held.get(held.size() - 1));
            } else if (i.getOpcode() >= Opcodes.IRETURN && i.getOpcode() <= Opcodes.RETURN) {
                releaseBefore(i);
            }
        }
        method.instructions.insert(acquisition(owner, isStatic));
        method.instructions.add(handler());
        method.tryCatchBlocks.addAll(ranges);
        method.access &= ~Opcodes.ACC_SYNCHRONIZED;
        method.maxLocals++;
        method.maxStack = Math.max(method.maxStack + 1, 2);
    }

    private InsnList acquisition(ClassNode owner, boolean isStatic) {
        InsnList code = new InsnList();
        code.add(isStatic ? new LdcInsnNode(Type.getObjectType(owner.name)) : new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ASTORE, lock));
        code.add(new InsnNode(Opcodes.MONITORENTER));
        code.add(ranges.isEmpty() ? start : ranges.get(0).start);
        return code;
    }

    /** The return itself lies outside, so that nothing releases the monitor twice. */
    private void releaseBefore(AbstractInsnNode returns) {
        LabelNode released = new LabelNode();
        method.instructions.insertBefore(returns, new VarInsnNode(Opcodes.ALOAD, lock));
        method.instructions.insertBefore(returns, new InsnNode(Opcodes.MONITOREXIT));
        method.instructions.insertBefore(returns, released);
        ranges.add(new TryCatchBlockNode(start, released, failed, null));
        start = new LabelNode();
        method.instructions.insert(returns, start);
    }

    private InsnList handler() {
        InsnList code = new InsnList();
        LabelNode released = new LabelNode();
        code.add(failed);
        code.add(new FrameNode(Opcodes.F_NEW, held.size(), held.toArray(), 1, new Object[] {THROWABLE}));
        code.add(new VarInsnNode(Opcodes.ALOAD, lock));
        code.add(new InsnNode(Opcodes.MONITOREXIT));
        code.add(released);
        code.add(new InsnNode(Opcodes.ATHROW));
        // From the last return to the end of the handler itself, as javac does for a synchronized block.
        ranges.add(new TryCatchBlockNode(start, released, failed, null));
        return code;
    }

    /** The frame's locals with the monitor in its slot. */
    private List<Object> withLock(List<Object> locals, Object type) {
        List<Object> all = new ArrayList<>(locals);
        int slots = locals.stream()
                .mapToInt(l -> l == Opcodes.LONG || l == Opcodes.DOUBLE ? 2 : 1)
                .sum();
        Object[] unknown = new Object[lock - slots];
        Arrays.fill(unknown, Opcodes.TOP);
        all.addAll(Arrays.asList(unknown));
        all.add(type);
        return all;
    }
}
