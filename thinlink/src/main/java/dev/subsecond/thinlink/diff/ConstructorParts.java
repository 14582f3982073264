package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.Names;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A constructor before and after {@code this} is initialised.
 *
 * @param head up to and with the call of {@code super(..)} or {@code this(..)}
 * @param rest all that follows
 * @param callsThis whether another constructor of the class initialises the fields
 */
public record ConstructorParts(List<AbstractInsnNode> head, List<AbstractInsnNode> rest, boolean callsThis) {

    /** Splits {@code constructor} of the class {@code owner} (internal name). */
    public static ConstructorParts of(String owner, MethodNode constructor) {
        List<AbstractInsnNode> all = Arrays.asList(constructor.instructions.toArray());
        int call = initialisingCall(all);
        boolean callsThis = ((MethodInsnNode) all.get(call)).owner.equals(owner);
        return new ConstructorParts(all.subList(0, call + 1), all.subList(call + 1, all.size()), callsThis);
    }

    /** Each {@code new} is followed by its own {@code <init>}; the first call without one initialises {@code this}. */
    private static int initialisingCall(List<AbstractInsnNode> all) {
        int open = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).getOpcode() == Opcodes.NEW) {
                open++;
            } else if (all.get(i) instanceof MethodInsnNode m && m.name.equals(Names.CONSTRUCTOR) && --open < 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a constructor that initialises nothing");
    }
}
