package dev.subsecond.thinlink.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;

/** Stack map frames (JVMS 4.10.1.4), in expanded form. */
final class Frames {

    private Frames() {}

    /** Locals as they are when a static method with {@code descriptor} starts. */
    static List<Object> parameters(String descriptor) {
        List<Object> locals = new ArrayList<>();
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            locals.add(verificationType(argument));
        }
        return locals;
    }

    static FrameNode frame(List<Object> locals, Object... stack) {
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.length, stack);
    }

    /** Makes every local but those in {@code slots} unknown to the verifier, in all frames of {@code m}. */
    static void keepOnly(MethodNode m, Set<Integer> slots) {
        m.instructions.forEach(i -> {
            if (i instanceof FrameNode f) {
                f.local = restricted(f.local, slots);
            }
        });
    }

    private static List<Object> restricted(List<Object> locals, Set<Integer> slots) {
        List<Object> kept = new ArrayList<>();
        int slot = 0;
        for (Object type : locals) {
            boolean isWide = type == Opcodes.LONG || type == Opcodes.DOUBLE;
            if (slots.contains(slot)) {
                kept.add(type);
            } else {
                kept.add(Opcodes.TOP);
                if (isWide) {
                    kept.add(Opcodes.TOP);
                }
            }
            slot += isWide ? 2 : 1;
        }
        return kept;
    }

    private static Object verificationType(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }
}
