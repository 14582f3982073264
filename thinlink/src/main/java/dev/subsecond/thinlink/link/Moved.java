package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Jumps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A copy of a method body, or of a part of one, as a static method with the receiver as first parameter. Slots keep their
 * numbers, so instructions, frames, lines and debug names move as they are.
 */
final class Moved {

    private static final int ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

    private final MethodNode source;
    private final List<AbstractInsnNode> part;
    private final Map<LabelNode, LabelNode> labels = new HashMap<>();
    private final MethodNode target;
    private final LabelNode start = new LabelNode();
    private final LabelNode end = new LabelNode();

    private Moved(MethodNode source, List<AbstractInsnNode> part, String name, String descriptor) {
        this.source = source;
        this.part = part;
        this.target = new MethodNode(ACCESS, name, descriptor, null, source.exceptions.toArray(String[]::new));
    }

    /** Copies the instructions {@code part} of {@code source}; the copy has no links to the original. */
    static MethodNode copy(MethodNode source, List<AbstractInsnNode> part, String name, String descriptor) {
        return new Moved(source, part, name, descriptor).copy();
    }

    private MethodNode copy() {
        collectLabels();
        target.instructions.add(start);
        lineAtStart().ifPresent(l -> target.instructions.add(new LineNumberNode(l.line, start)));
        part.forEach(i -> target.instructions.add(i.clone(labels)));
        target.instructions.add(end);
        source.tryCatchBlocks.stream().filter(h -> part.contains(h.start)).forEach(this::copyHandler);
        if (source.localVariables != null) {
            source.localVariables.forEach(this::copyVariable);
        }
        target.maxLocals = source.maxLocals;
        target.maxStack = source.maxStack;
        return target;
    }

    /** A part may begin in the middle of a line, whose number the compiler has written before it. */
    private Optional<LineNumberNode> lineAtStart() {
        for (AbstractInsnNode i : part) {
            if (i instanceof LineNumberNode) {
                return Optional.empty();
            } else if (i.getOpcode() >= 0) {
                return lineBefore(i);
            }
        }
        return Optional.empty();
    }

    private static Optional<LineNumberNode> lineBefore(AbstractInsnNode instruction) {
        for (AbstractInsnNode i = instruction; i != null; i = i.getPrevious()) {
            if (i instanceof LineNumberNode line) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private void collectLabels() {
        for (AbstractInsnNode i : part) {
            if (i instanceof LabelNode l) {
                labels.put(l, new LabelNode());
            } else if (i instanceof FrameNode f) {
                // Frames name the places of uninitialised objects by label.
                mapForeign(f.stack);
                mapForeign(f.local);
            }
            Jumps.targets(i).forEach(l -> labels.putIfAbsent(l, new LabelNode()));
        }
    }

    private void mapForeign(List<Object> types) {
        for (Object type : types) {
            if (type instanceof LabelNode l) {
                labels.putIfAbsent(l, new LabelNode());
            }
        }
    }

    private void copyHandler(TryCatchBlockNode h) {
        target.tryCatchBlocks.add(
                new TryCatchBlockNode(at(h.start, start), at(h.end, end), at(h.handler, end), h.type));
    }

    private void copyVariable(LocalVariableNode v) {
        Set<AbstractInsnNode> inside = new HashSet<>(part);
        boolean before = !inside.contains(v.start);
        boolean isParameter = before && v.index < parameterSlots();
        if (before && !isParameter) {
            return;
        }
        String name = v.name.equals("this") ? "self" : v.name;
        target.localVariables = target.localVariables == null ? new ArrayList<>() : target.localVariables;
        target.localVariables.add(
                new LocalVariableNode(name, v.desc, null, at(v.start, start), at(v.end, end), v.index));
    }

    private int parameterSlots() {
        return (Type.getArgumentsAndReturnSizes(target.desc) >> 2) - 1;
    }

    private LabelNode at(LabelNode original, LabelNode otherwise) {
        return labels.getOrDefault(original, otherwise);
    }
}
