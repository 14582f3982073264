package dev.subsecond.thinlink.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Control flow between instructions. */
public final class Jumps {

    private Jumps() {}

    /** Every label that one of {@code instructions} may jump to. */
    public static Set<LabelNode> targets(Iterable<AbstractInsnNode> instructions) {
        Set<LabelNode> found = new HashSet<>();
        instructions.forEach(i -> found.addAll(targets(i)));
        return found;
    }

    /** The labels that {@code instruction} may jump to; empty if it is no jump. */
    public static List<LabelNode> targets(AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode i) {
            return List.of(i.label);
        } else if (instruction instanceof LookupSwitchInsnNode i) {
            return with(i.labels, i.dflt);
        } else if (instruction instanceof TableSwitchInsnNode i) {
            return with(i.labels, i.dflt);
        }
        return List.of();
    }

    /** The keys of a {@code tableswitch}, in the order of its labels. */
    public static List<Integer> keys(TableSwitchInsnNode i) {
        return IntStream.rangeClosed(i.min, i.max).boxed().toList();
    }

    /** The instruction before {@code i} that the JVM executes: no label, line number or frame; {@code i} if none. */
    public static AbstractInsnNode previous(AbstractInsnNode i) {
        AbstractInsnNode p = i.getPrevious();
        while (p != null && p.getOpcode() < 0) {
            p = p.getPrevious();
        }
        return p == null ? i : p;
    }

    private static List<LabelNode> with(List<LabelNode> labels, LabelNode otherwise) {
        List<LabelNode> all = new ArrayList<>(labels);
        all.add(otherwise);
        return all;
    }
}
