package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The statement of a constructor or static initialiser that assigns one field: the shortest run of instructions that ends
 * with the assignment, begins and ends with an empty operand stack, and that no jump enters or leaves.
 *
 * @param instructions the run, the assignment last
 * @param line source line of the assignment, 0 if the class has no line numbers
 * @param selfContained whether it reads no local variable that it did not write, save {@code this}
 */
public record Slice(List<AbstractInsnNode> instructions, int line, boolean selfContained) {

    /**
     * Every slice of {@code method} that assigns {@code field}.
     *
     * @return one slice for each assignment, or empty if an assignment is not a statement of its own
     */
    public static Optional<List<Slice>> assigning(ClassFile owner, MethodNode method, FieldNode field) {
        AbstractInsnNode[] all = method.instructions.toArray();
        int[] depth = stackDepths(owner, method);
        List<Slice> found = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (assigns(all[i], owner, field)) {
                Optional<Slice> slice = endingAt(i, all, depth, method.tryCatchBlocks);
                if (slice.isEmpty()) {
                    return Optional.empty();
                }
                found.add(slice.get());
            }
        }
        return Optional.of(found);
    }

    private static boolean assigns(AbstractInsnNode i, ClassFile owner, FieldNode field) {
        int put = (field.access & Opcodes.ACC_STATIC) != 0 ? Opcodes.PUTSTATIC : Opcodes.PUTFIELD;
        return i.getOpcode() == put
                && i instanceof FieldInsnNode f
                && f.owner.equals(owner.name())
                && f.name.equals(field.name)
                && f.desc.equals(field.desc);
    }

    private static Optional<Slice> endingAt(
            int end, AbstractInsnNode[] all, int[] depth, List<TryCatchBlockNode> handlers) {
        if (end + 1 < all.length && depth[end + 1] > 0) {
            return Optional.empty();
        }
        for (int start = end - 1; start >= 0; start--) {
            List<AbstractInsnNode> run = Arrays.asList(all).subList(start, end + 1);
            if (depth[start] == 0 && all[start].getOpcode() >= 0 && isClosed(run, all, handlers)) {
                return Optional.of(new Slice(List.copyOf(run), lineAt(end, all), isSelfContained(run)));
            }
        }
        return Optional.empty();
    }

    /** No jump or handler crosses the border, except to the first instruction. */
    private static boolean isClosed(
            List<AbstractInsnNode> run, AbstractInsnNode[] all, List<TryCatchBlockNode> handlers) {
        Set<AbstractInsnNode> inside = new HashSet<>(run);
        for (AbstractInsnNode i : all) {
            for (LabelNode target : Jumps.targets(i)) {
                if (inside.contains(i) != inside.contains(target)) {
                    return false;
                }
            }
        }
        return handlers.stream()
                .allMatch(h -> inside.contains(h.handler) == inside.contains(h.start)
                        && (inside.contains(h.start) || !inside.contains(h.end)));
    }

    private static boolean isSelfContained(List<AbstractInsnNode> run) {
        Set<Integer> written = new HashSet<>(Set.of(0));
        for (AbstractInsnNode i : run) {
            if (i instanceof VarInsnNode v) {
                if (v.getOpcode() >= Opcodes.ISTORE && v.getOpcode() <= Opcodes.ASTORE) {
                    written.add(v.var);
                } else if (!written.contains(v.var)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The source line of the instruction at {@code index}; 0 if unknown. */
    static int lineAt(int index, AbstractInsnNode[] all) {
        for (int i = index; i >= 0; i--) {
            if (all[i] instanceof LineNumberNode l) {
                return l.line;
            }
        }
        return 0;
    }

    /** The depth of the operand stack before each instruction; -1 where control never comes. */
    private static int[] stackDepths(ClassFile owner, MethodNode method) {
        try {
            Frame<BasicValue>[] frames = new Analyzer<>(new BasicInterpreter()).analyze(owner.name(), method);
            return Arrays.stream(frames)
                    .mapToInt(f -> f == null ? -1 : f.getStackSize())
                    .toArray();
        } catch (AnalyzerException e) {
            throw new IllegalArgumentException(owner.binaryName() + "." + method.name + " is malformed", e);
        }
    }
}
