package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
 * @param depth in how many other lambdas of its method it stands; 0 where nobody asked
 */
public record Lambda(InvokeDynamicInsnNode creation, MethodNode body, int depth) {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final int IMPLEMENTATION = 1;

    /** The interfaces whose lambdas are hot functions, as what creates them returns them. */
    private static final Pattern HOT =
            Pattern.compile(".*\\)Ldev/subsecond/runtime/Hot(Runnable|Supplier|Fn[0-9]\\$Body);");

    /**
     * Every lambda that {@code method} creates, and those that their bodies create, outer before inner. One that several
     * instructions create, as in a {@code finally} block, counts once.
     */
    public static List<Lambda> createdBy(ClassFile owner, MethodNode method) {
        return createdBy(owner, method, lambda -> true);
    }

    /** Those of {@link #createdBy} that are no functions of their own, nor lie in one that is. */
    public static List<Lambda> withinFunction(ClassFile owner, MethodNode method) {
        return createdBy(owner, method, lambda -> !lambda.isHot());
    }

    private static List<Lambda> createdBy(ClassFile owner, MethodNode method, Predicate<Lambda> counts) {
        Map<MethodNode, Lambda> found = new LinkedHashMap<>();
        collect(owner, method, 0, counts, found);
        return List.copyOf(found.values());
    }

    /** Whether {@code method} itself creates a lambda. */
    static boolean createsAny(ClassFile owner, MethodNode method) {
        for (AbstractInsnNode i : method.instructions) {
            if (i instanceof InvokeDynamicInsnNode indy && of(owner, indy).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a hot function. */
    public boolean isHot() {
        return isHot(creation.desc);
    }

    /** Whether an {@code invokedynamic} with {@code descriptor} makes a closure that is a hot function. */
    public static boolean isHot(String descriptor) {
        return HOT.matcher(descriptor).matches();
    }

    /** The lambda that {@code instruction} creates, if its body is a lambda of {@code owner}. */
    public static Optional<Lambda> of(ClassFile owner, InvokeDynamicInsnNode instruction) {
        return implementation(instruction)
                .filter(h -> h.getOwner().equals(owner.name()))
                .flatMap(h -> owner.method(h.getName(), h.getDesc()))
                .filter(Lambda::isBody)
                .map(body -> new Lambda(instruction, body, 0));
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

    /** Its shape, told apart by its depth: an outer lambda and one inside it are never each other's counterpart. */
    public String placedShape() {
        return depth + " " + shape();
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

    private static void collect(
            ClassFile owner, MethodNode method, int depth, Predicate<Lambda> counts, Map<MethodNode, Lambda> found) {
        for (AbstractInsnNode i : method.instructions) {
            if (i instanceof InvokeDynamicInsnNode indy) {
                of(owner, indy).filter(counts).ifPresent(lambda -> {
                    Lambda placed = new Lambda(lambda.creation(), lambda.body(), depth);
                    if (found.putIfAbsent(lambda.body(), placed) == null) {
                        collect(owner, lambda.body(), depth + 1, counts, found);
                    }
                });
            }
        }
    }
}
