package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The constants whose values a save changed: javac writes them into the code that names them (JLS 13.1). */
final class InlinedConstants {

    private record Constant(String name, Object before, Object after) {

        /** Whether what the compiler wrote before is this constant, or a text with it inside, and so is what it writes now. */
        boolean became(@Nullable Object then, @Nullable Object now) {
            return (before.equals(then) && after.equals(now))
                    || (then instanceof String s
                            && s.contains(text(before))
                            && replaced(s).equals(now));
        }

        private String replaced(String s) {
            return s.replace(text(before), text(after));
        }

        private static String text(Object value) {
            return String.valueOf(value);
        }
    }

    private final List<Constant> changed;

    private InlinedConstants(List<Constant> changed) {
        this.changed = changed;
    }

    /** @param previous the saved classes as they were before the save */
    static InlinedConstants of(Program program, Collection<ClassFile> previous) {
        List<Constant> changed = new ArrayList<>();
        for (ClassFile before : previous) {
            for (FieldNode f : before.node().fields) {
                program.newest(before.name())
                        .flatMap(c -> c.field(f.name, f.desc))
                        .filter(now -> f.value != null && now.value != null && !now.value.equals(f.value))
                        .ifPresent(now -> changed.add(
                                new Constant(Names.readableField(before.name(), f.name), f.value, now.value)));
            }
        }
        return new InlinedConstants(changed);
    }

    /** The first of them in a body that is the same but for them. */
    Optional<String> changedIn(Change.Method m, RunningMethod before, SwitchMaps switchMaps) {
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        MethodNode copy = new MethodNode(m.node().access, m.node().name, m.node().desc, null, null);
        m.node().accept(copy);
        List<AbstractInsnNode> now = code(copy);
        List<AbstractInsnNode> then = code(before.node());
        Optional<String> first = Optional.empty();
        for (int i = 0; i < now.size() && now.size() == then.size(); i++) {
            Optional<String> constant = named(value(then.get(i)), value(now.get(i)));
            if (constant.isPresent()) {
                copy.instructions.set(now.get(i), then.get(i).clone(Map.of()));
                first = first.or(() -> constant);
            }
        }
        boolean isAllElseTheSame = NormalForm.of(m.owner(), copy, switchMaps).equals(before.normalForm());
        return isAllElseTheSame ? first : Optional.empty();
    }

    private static List<AbstractInsnNode> code(MethodNode m) {
        return Arrays.stream(m.instructions.toArray())
                .filter(i -> i.getOpcode() >= 0)
                .toList();
    }

    private Optional<String> named(@Nullable Object before, @Nullable Object after) {
        return changed.stream()
                .filter(c -> c.became(before, after))
                .map(Constant::name)
                .findFirst();
    }

    /** What a constant instruction loads, as the value of a field has it, or a concatenation contains; null if neither. */
    private static @Nullable Object value(AbstractInsnNode i) {
        int opcode = i.getOpcode();
        if (i instanceof LdcInsnNode l) {
            return l.cst;
        } else if (i instanceof InvokeDynamicInsnNode d && d.bsm.getName().equals("makeConcatWithConstants")) {
            return d.bsmArgs[0];
        } else if (i instanceof IntInsnNode n && opcode != Opcodes.NEWARRAY) {
            return n.operand;
        } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return opcode - Opcodes.ICONST_0;
        } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
            return (long) (opcode - Opcodes.LCONST_0);
        } else if (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.FCONST_2) {
            return (float) (opcode - Opcodes.FCONST_0);
        } else if (opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1) {
            return (double) (opcode - Opcodes.DCONST_0);
        }
        return null;
    }
}
