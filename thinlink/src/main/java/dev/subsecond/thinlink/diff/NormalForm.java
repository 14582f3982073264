package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A method as text in which two methods are equal if and only if no program can tell them apart: resolved constants and
 * bootstrap arguments count; line numbers, debug names, constant-pool order and frames do not. A lambda stands as its
 * body's text, a label of a {@code switch} over an enum as the constant's name.
 */
public final class NormalForm {

    /** Access flags a program can observe; the rest ({@code ACC_SYNTHETIC}, {@code ACC_DEPRECATED}, …) is debug. */
    private static final int OBSERVABLE = Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PRIVATE
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_SYNCHRONIZED
            | Opcodes.ACC_NATIVE
            | Opcodes.ACC_ABSTRACT;

    private final ClassFile owner;
    private final SwitchMaps switchMaps;
    private final Function<Lambda, ? extends @Nullable String> marks;
    private final StringBuilder text = new StringBuilder();
    private final Map<LabelNode, Integer> labels = new HashMap<>();
    private final Deque<Map<Integer, String>> openSwitches = new ArrayDeque<>();

    private NormalForm(ClassFile owner, SwitchMaps switchMaps, Function<Lambda, ? extends @Nullable String> marks) {
        this.owner = owner;
        this.switchMaps = switchMaps;
        this.marks = marks;
    }

    /** The whole method, with its access flags. */
    public static String of(ClassFile owner, MethodNode method, SwitchMaps switchMaps) {
        return of(owner, method, switchMaps, lambda -> null);
    }

    /** As {@link #of}, with {@code marks}, where there is one, in place of a lambda's body. */
    static String of(
            ClassFile owner,
            MethodNode method,
            SwitchMaps switchMaps,
            Function<Lambda, ? extends @Nullable String> marks) {
        NormalForm form = new NormalForm(owner, switchMaps, marks);
        form.text.append(method.access & OBSERVABLE).append('\n');
        form.handlers(method.tryCatchBlocks);
        form.instructions(Arrays.asList(method.instructions.toArray()), method.tryCatchBlocks);
        return form.text.toString();
    }

    /** A run of instructions of {@code method}, with those of its exception handlers that lie inside. */
    public static String of(
            ClassFile owner, List<AbstractInsnNode> range, List<TryCatchBlockNode> handlers, SwitchMaps switchMaps) {
        return ofRange(new NormalForm(owner, switchMaps, lambda -> null), range, handlers);
    }

    /** As {@link #of}, with every lambda body left out: what has to be executed again to have an effect. */
    public static String withoutLambdas(
            ClassFile owner, List<AbstractInsnNode> range, List<TryCatchBlockNode> handlers, SwitchMaps switchMaps) {
        return ofRange(new NormalForm(owner, switchMaps, lambda -> ""), range, handlers);
    }

    private static String ofRange(NormalForm form, List<AbstractInsnNode> range, List<TryCatchBlockNode> handlers) {
        Set<AbstractInsnNode> inside = new HashSet<>(range);
        List<TryCatchBlockNode> own =
                handlers.stream().filter(h -> inside.contains(h.start)).toList();
        form.handlers(own);
        form.instructions(range, own);
        return form.text.toString();
    }

    private void handlers(List<TryCatchBlockNode> handlers) {
        for (TryCatchBlockNode h : handlers) {
            line("try", label(h.start), label(h.end), label(h.handler), String.valueOf(h.type));
        }
    }

    private void instructions(List<AbstractInsnNode> instructions, List<TryCatchBlockNode> handlers) {
        Set<LabelNode> targets = Jumps.targets(instructions);
        handlers.forEach(h -> targets.addAll(List.of(h.start, h.end, h.handler)));
        for (AbstractInsnNode i : instructions) {
            if (i instanceof LabelNode l) {
                if (targets.contains(l)) {
                    line(label(l) + ":");
                }
            } else if (!(i instanceof LineNumberNode) && !(i instanceof FrameNode)) {
                text.append(i.getOpcode()).append(' ');
                operands(i);
                text.append('\n');
            }
        }
    }

    private void operands(AbstractInsnNode instruction) {
        if (instruction instanceof VarInsnNode i) {
            text.append(i.var);
        } else if (instruction instanceof IntInsnNode i) {
            text.append(i.operand);
        } else if (instruction instanceof IincInsnNode i) {
            words(i.var, i.incr);
        } else if (instruction instanceof TypeInsnNode i) {
            text.append(i.desc);
        } else if (instruction instanceof MultiANewArrayInsnNode i) {
            words(i.desc, i.dims);
        } else if (instruction instanceof FieldInsnNode i) {
            field(i);
        } else if (instruction instanceof MethodInsnNode i) {
            words(i.owner, i.name, i.desc, i.itf);
        } else if (instruction instanceof JumpInsnNode i) {
            text.append(label(i.label));
        } else if (instruction instanceof LdcInsnNode i) {
            constant(i.cst);
        } else if (instruction instanceof InvokeDynamicInsnNode i) {
            dynamic(i);
        } else if (instruction instanceof LookupSwitchInsnNode i) {
            switchLabels(i, i.keys, i.labels, i.dflt);
        } else if (instruction instanceof TableSwitchInsnNode i) {
            switchLabels(i, Jumps.keys(i), i.labels, i.dflt);
        }
    }

    private void field(FieldInsnNode i) {
        if (switchMaps.isSwitchMap(i.owner)) {
            openSwitches.push(switchMaps.labels(i.owner, i.name));
            text.append(i.name);
        } else {
            words(i.owner, i.name, i.desc);
        }
    }

    private void switchLabels(AbstractInsnNode i, List<Integer> keys, List<LabelNode> targets, LabelNode otherwise) {
        boolean overEnum = !openSwitches.isEmpty() && Jumps.previous(i).getOpcode() == Opcodes.IALOAD;
        Map<Integer, String> names = overEnum ? openSwitches.pop() : Map.of();
        for (int k = 0; k < keys.size(); k++) {
            if (!targets.get(k).equals(otherwise)) {
                words(names.getOrDefault(keys.get(k), String.valueOf(keys.get(k))), label(targets.get(k)));
            }
        }
        words("default", label(otherwise));
    }

    private void dynamic(InvokeDynamicInsnNode i) {
        words(i.name, i.desc);
        constant(i.bsm);
        Lambda.of(owner, i)
                .ifPresentOrElse(
                        lambda -> lambda(i, lambda),
                        () -> Arrays.stream(i.bsmArgs).forEach(this::constant));
    }

    private void lambda(InvokeDynamicInsnNode i, Lambda lambda) {
        Handle implementation = Lambda.implementation(i).orElseThrow();
        for (Object argument : i.bsmArgs) {
            if (argument.equals(implementation)) {
                String mark = marks.apply(lambda);
                String body = mark == null ? of(owner, lambda.body(), switchMaps, marks) : mark;
                words("lambda", lambda.body().desc, "{\n", body, "}");
            } else {
                constant(argument);
            }
        }
    }

    private void constant(Object value) {
        if (value instanceof ConstantDynamic c) {
            words(c.getName(), c.getDescriptor());
            constant(c.getBootstrapMethod());
            for (int k = 0; k < c.getBootstrapMethodArgumentCount(); k++) {
                constant(c.getBootstrapMethodArgument(k));
            }
        } else {
            // The type tells 1 from 1L; the length keeps a text from running into its neighbour.
            String written = value instanceof Double d
                    ? Long.toHexString(Double.doubleToRawLongBits(d))
                    : value instanceof Float f ? Integer.toHexString(Float.floatToRawIntBits(f)) : value.toString();
            words(value.getClass().getSimpleName(), written.length(), written);
        }
    }

    private String label(LabelNode l) {
        return "L" + labels.computeIfAbsent(l, x -> labels.size());
    }

    private void line(Object... words) {
        words(words);
        text.append('\n');
    }

    private void words(Object... words) {
        for (Object word : words) {
            text.append(word).append(' ');
        }
    }
}
