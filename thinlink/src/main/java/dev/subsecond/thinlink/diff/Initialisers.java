package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the initialiser of a field in the code that javac has copied it into. */
public final class Initialisers {

    /** What is known of a field's initialiser. */
    public sealed interface Initialiser {}

    /** The field has none: its first value is 0 or null. */
    public record None() implements Initialiser {}

    /** Its first value is what {@code slice}, an instruction run of {@code method}, computes. */
    public record Found(MethodNode method, Slice slice) implements Initialiser {}

    /** There is one, but it cannot be taken out of its surroundings. */
    public record Unclear() implements Initialiser {}

    private Initialisers() {}

    /** The initialiser of a static field; everything the static initialiser assigns counts. */
    public static Initialiser ofStatic(ClassFile owner, FieldNode field) {
        return owner.method(Names.STATIC_INITIALISER, "()V")
                .map(m -> ofStatic(owner, m, field))
                .orElseGet(None::new);
    }

    /**
     * The initialiser of an instance field. What the body of a constructor assigns is none: it belongs to new objects
     * only. The two differ only in their source lines, since javac puts both behind {@code super(..)}.
     */
    public static Initialiser ofInstance(ClassFile owner, FieldNode field) {
        for (MethodNode m : owner.methods()) {
            if (m.name.equals(Names.CONSTRUCTOR)
                    && !ConstructorParts.of(owner.name(), m).callsThis()) {
                Initialiser found = ofInstance(owner, m, field);
                if (!(found instanceof None)) {
                    return found;
                }
            }
        }
        return new None();
    }

    private static Initialiser ofStatic(ClassFile owner, MethodNode method, FieldNode field) {
        return Slice.assigning(owner, method, field)
                .map(slices -> choose(method, slices))
                .orElseGet(Unclear::new);
    }

    private static Initialiser ofInstance(ClassFile owner, MethodNode constructor, FieldNode field) {
        Optional<List<Slice>> slices = Slice.assigning(owner, constructor, field);
        if (slices.isEmpty()) {
            return new Unclear();
        }
        Lines body = Lines.ofBody(owner, constructor);
        List<Slice> candidates =
                slices.get().stream().filter(s -> !body.surelyHas(s)).toList();
        boolean isUnclear =
                candidates.stream().anyMatch(body::mayHave) || usesElsewhere(owner, constructor, field, body);
        return isUnclear ? new Unclear() : choose(constructor, candidates);
    }

    /** Whether an initialiser block goes on to use the field, which the initialiser alone would leave out. */
    private static boolean usesElsewhere(ClassFile owner, MethodNode constructor, FieldNode field, Lines body) {
        Set<AbstractInsnNode> initialisers = new HashSet<>();
        for (FieldNode f : owner.node().fields) {
            Slice.assigning(owner, constructor, f)
                    .orElse(List.of())
                    .forEach(s -> initialisers.addAll(s.instructions()));
        }
        AbstractInsnNode[] all = constructor.instructions.toArray();
        for (int i = 0; i < all.length; i++) {
            boolean usesField =
                    all[i] instanceof FieldInsnNode f && f.owner.equals(owner.name()) && f.name.equals(field.name);
            if (usesField && !initialisers.contains(all[i]) && !body.has(Slice.lineAt(i, all))) {
                return true;
            }
        }
        return false;
    }

    private static Initialiser choose(MethodNode method, List<Slice> slices) {
        if (slices.isEmpty()) {
            return new None();
        }
        boolean clear = slices.size() == 1 && slices.get(0).selfContained();
        return clear ? new Found(method, slices.get(0)) : new Unclear();
    }

    /**
     * The source lines of a constructor's own statements. A constructor that the source declares marks its closing brace;
     * one that the compiler provides (JLS 8.8.9) has no statements, and no mark of its own.
     */
    private record Lines(int first, int last) {

        static Lines ofBody(ClassFile owner, MethodNode constructor) {
            AbstractInsnNode[] all = constructor.instructions.toArray();
            int call = ConstructorParts.of(owner.name(), constructor).head().size() - 1;
            int end = all.length - 1;
            while (end > call && all[end].getOpcode() != Opcodes.RETURN) {
                end--;
            }
            int first = Slice.lineAt(call, all);
            boolean isDeclared = hasOwnLine(all[end]) || !mayBeProvided(owner, constructor);
            return new Lines(first, isDeclared ? Slice.lineAt(end, all) : first);
        }

        private static boolean hasOwnLine(AbstractInsnNode i) {
            AbstractInsnNode p = i.getPrevious();
            while (p != null && p.getOpcode() < 0 && !(p instanceof LineNumberNode)) {
                p = p.getPrevious();
            }
            return p instanceof LineNumberNode;
        }

        /** Whether the parameters are those of a constructor that the compiler provides. */
        private static boolean mayBeProvided(ClassFile owner, MethodNode constructor) {
            int parameters = Type.getArgumentTypes(constructor.desc).length;
            if (owner.is(Opcodes.ACC_ENUM)) {
                return parameters == 2;
            }
            return parameters == 0 || (!owner.isTopLevel() && parameters == 1);
        }

        boolean surelyHas(Slice s) {
            return mayHave(s) && (!s.selfContained() || first < last);
        }

        boolean mayHave(Slice s) {
            return has(s.line());
        }

        boolean has(int line) {
            return line >= first && line <= last;
        }
    }
}
