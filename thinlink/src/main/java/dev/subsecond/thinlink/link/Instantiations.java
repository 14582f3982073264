package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Pairs each {@code new} of a body with the constructor call that belongs to it. */
final class Instantiations {

    private final MethodNode body;
    private final Map<AbstractInsnNode, AbstractInsnNode> newOfCall = new HashMap<>();

    private Instantiations(MethodNode body) {
        this.body = body;
    }

    static Instantiations of(MethodNode body) {
        Instantiations found = new Instantiations(body);
        Deque<AbstractInsnNode> open = new ArrayDeque<>();
        for (AbstractInsnNode i : body.instructions) {
            if (i.getOpcode() == Opcodes.NEW) {
                open.push(i);
            } else if (i instanceof MethodInsnNode m && m.name.equals(Names.CONSTRUCTOR) && !open.isEmpty()) {
                found.newOfCall.put(i, open.pop());
            }
        }
        return found;
    }

    /** Whether {@code call} makes an object; else it is {@code super(..)} or {@code this(..)}. */
    boolean has(AbstractInsnNode call) {
        return newOfCall.containsKey(call);
    }

    /**
     * Takes away the {@code new} and {@code dup} of {@code call}, and the two uninitialised values from the frames between,
     * so that a call that returns the object can take its place. javac puts the two aside while a try inside a switch expression
     * needs an empty stack; then they become null, and the call that returns the object has to drop them.
     */
    void drop(AbstractInsnNode call) {
        AbstractInsnNode creation = Objects.requireNonNull(newOfCall.get(call), "a call without its new");
        AbstractInsnNode copy = copyOf(creation);
        Set<Object> places = labelsBefore(creation);
        List<FrameNode> frames = framesBetween(copy, call);
        if (frames.stream().anyMatch(f -> f.local.stream().anyMatch(places::contains))) {
            frames.forEach(f -> {
                f.stack.replaceAll(type -> places.contains(type) ? Opcodes.NULL : type);
                f.local.replaceAll(type -> places.contains(type) ? Opcodes.NULL : type);
            });
            body.instructions.set(creation, new InsnNode(Opcodes.ACONST_NULL));
            dropTwoBelow(call);
        } else {
            frames.forEach(f -> f.stack.removeIf(places::contains));
            body.instructions.remove(copy);
            body.instructions.remove(creation);
        }
    }

    private static List<FrameNode> framesBetween(AbstractInsnNode start, AbstractInsnNode end) {
        List<FrameNode> frames = new ArrayList<>();
        for (AbstractInsnNode i = start; i != end; i = i.getNext()) {
            if (i instanceof FrameNode f) {
                f.stack = new ArrayList<>(f.stack);
                f.local = new ArrayList<>(f.local);
                frames.add(f);
            }
        }
        return frames;
    }

    private void dropTwoBelow(AbstractInsnNode call) {
        InsnList drop = new InsnList();
        drop.add(new InsnNode(Opcodes.DUP_X2));
        drop.add(new InsnNode(Opcodes.POP));
        drop.add(new InsnNode(Opcodes.POP2));
        body.instructions.insert(call, drop);
    }

    private static AbstractInsnNode copyOf(AbstractInsnNode creation) {
        AbstractInsnNode copy = creation.getNext();
        while (copy.getOpcode() < 0) {
            copy = copy.getNext();
        }
        if (copy.getOpcode() != Opcodes.DUP) {
            throw new IllegalStateException("new without dup");
        }
        return copy;
    }

    /**
     * Has the class of the object that {@code call} would make pushed in place of the two uninitialised values, so that a
     * call that takes it and returns the object can take its place.
     */
    void seed(MethodInsnNode call) throws RefusedException {
        AbstractInsnNode creation = Objects.requireNonNull(newOfCall.get(call), "a call without its new");
        Set<Object> places = labelsBefore(creation);
        for (AbstractInsnNode i = creation; i != call; i = i.getNext()) {
            if (i instanceof FrameNode f) {
                int first = firstOf(places, f.stack);
                if (first >= 0) {
                    f.stack.add(first, "java/lang/Class");
                }
            }
        }
        body.instructions.insert(copyOf(creation), new LdcInsnNode(Type.getObjectType(call.owner)));
        drop(call);
    }

    private static int firstOf(Set<Object> places, List<Object> stack) {
        for (int i = 0; i < stack.size(); i++) {
            if (places.contains(stack.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Set<Object> labelsBefore(AbstractInsnNode i) {
        Set<Object> labels = new HashSet<>();
        for (AbstractInsnNode p = i.getPrevious(); p != null && p.getOpcode() < 0; p = p.getPrevious()) {
            if (p instanceof LabelNode) {
                labels.add(p);
            }
        }
        return labels;
    }
}
