package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A lambda expression: the instruction that creates it and the method javac made of its body.
 *
 * @param creation the {@code invokedynamic}
 * @param body the synthetic method
 */
public record Lambda(InvokeDynamicInsnNode creation, MethodNode body) {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final int IMPLEMENTATION = 1;

    /**
     * Every lambda that {@code method} creates, and those that their bodies create, outer before inner. One that several
     * instructions create, as in a {@code finally} block, counts once.
     */
    public static List<Lambda> createdBy(ClassFile owner, MethodNode method) {
        Map<MethodNode, Lambda> found = new LinkedHashMap<>();
        collect(owner, method, found);
        return List.copyOf(found.values());
    }

    /** The lambda that {@code instruction} creates, if its body is a lambda of {@code owner}. */
    public static Optional<Lambda> of(ClassFile owner, InvokeDynamicInsnNode instruction) {
        return implementation(instruction)
                .filter(h -> h.getOwner().equals(owner.name()))
                .flatMap(h -> owner.method(h.getName(), h.getDesc()))
                .filter(Lambda::isBody)
                .map(body -> new Lambda(instruction, body));
    }

    /** The implementation handle of a lambda or method reference; empty for every other {@code invokedynamic}. */
    public static Optional<Handle> implementation(InvokeDynamicInsnNode instruction) {
        return instruction.bsm.getOwner().equals(METAFACTORY)
                ? Optional.of((Handle) instruction.bsmArgs[IMPLEMENTATION])
                : Optional.empty();
    }

    /** A copy of {@code instruction}'s bootstrap arguments with another implementation. */
    public static Object[] withImplementation(InvokeDynamicInsnNode instruction, Handle implementation) {
        Object[] args = instruction.bsmArgs.clone();
        args[IMPLEMENTATION] = implementation;
        return args;
    }

    /** Whether javac made {@code method} for the body of a lambda expression. */
    public static boolean isBody(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNTHETIC) != 0 && method.name.startsWith("lambda$");
    }

    /**
     * What must be equal for one body to run in place of another: the interface, its method, and the captured variables by
     * type and name. Types alone do not tell: javac passes captured variables in the order of their first use.
     */
    public String shape() {
        return creation.name + creation.desc + creation.bsmArgs[0] + flatDescriptor() + capturedNames();
    }

    private String capturedNames() {
        int receiver = (body.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        int slots = (Type.getArgumentsAndReturnSizes(creation.desc) >> 2) - 1;
        if (body.localVariables == null) {
            return slots == receiver ? "" : "captured by unknown names in " + body.name;
        }
        return body.localVariables.stream()
                .filter(v -> v.index >= receiver && v.index < slots)
                .sorted(Comparator.comparingInt(v -> v.index))
                .map(v -> v.name)
                .collect(Collectors.joining(","));
    }

    private String flatDescriptor() {
        String captured = creation.desc.substring(1, creation.desc.indexOf(')'));
        boolean capturesReceiver = (body.access & Opcodes.ACC_STATIC) == 0;
        return (capturesReceiver ? captured.substring(0, captured.indexOf(';') + 1) : "") + body.desc;
    }

    private static void collect(ClassFile owner, MethodNode method, Map<MethodNode, Lambda> found) {
        for (AbstractInsnNode i : method.instructions) {
            if (i instanceof InvokeDynamicInsnNode indy) {
                of(owner, indy).ifPresent(lambda -> {
                    if (found.putIfAbsent(lambda.body(), lambda) == null) {
                        collect(owner, lambda.body(), found);
                    }
                });
            }
        }
    }
}
