package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.AddedField;
import dev.subsecond.thinlink.diff.Jumps;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.Slice;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Static initialisers, taken apart into the initialisers of single fields and the rest. */
final class StaticInitialisers {

    private final Map<String, String> slices = new HashMap<>();
    private final Map<String, String> withLambdas = new HashMap<>();
    private final List<AbstractInsnNode> rest;
    private final String restForm;

    private StaticInitialisers(ClassFile owner, MethodNode method, SwitchMaps switchMaps) {
        Set<AbstractInsnNode> taken = new HashSet<>();
        for (FieldNode field : owner.node().fields) {
            if ((field.access & Opcodes.ACC_STATIC) != 0) {
                take(owner, method, field, switchMaps, taken);
            }
        }
        rest = Arrays.stream(method.instructions.toArray())
                .filter(i -> !taken.contains(i))
                .filter(i -> !asksForAssertions(i) && !asksForAssertions(Jumps.previous(i)))
                .toList();
        restForm = NormalForm.withoutLambdas(owner, rest, method.tryCatchBlocks, switchMaps);
    }

    /** Fields of both versions whose initialiser changed, lambda bodies aside. */
    static List<String> changedFields(
            RunningClass running,
            ClassFile newest,
            MethodNode method,
            @Nullable RunningMethod old,
            SwitchMaps switchMaps) {
        StaticInitialisers after = new StaticInitialisers(newest, method, switchMaps);
        Map<String, String> before =
                old == null ? Map.of() : new StaticInitialisers(old.source(), old.node(), switchMaps).slices;
        List<String> changed = new ArrayList<>();
        for (FieldNode field : newest.node().fields) {
            AddedField added = running.addedFields().get(Key.of(field));
            // The lambdas of an added field's initialiser have no entries, so that an edit of one reaches nothing
            // either.
            String slice = (added == null ? after.slices : after.withLambdas).get(field.name);
            boolean isNew = added == null && isNew(running.loaded(), field);
            String ran = added == null ? before.get(field.name) : added.initialiser();
            if (slice != null && !isNew && !slice.equals(ran)) {
                changed.add(field.name);
            }
        }
        return changed;
    }

    /** Whether no value of the field was computed so far: it is new, or was a constant that code had copied. */
    private static boolean isNew(ClassFile loaded, FieldNode field) {
        return loaded.field(field.name, field.desc)
                .filter(f -> (f.access & Opcodes.ACC_STATIC) != 0)
                .filter(f -> f.value == null || !FieldChanges.isMoved(Optional.of(loaded), field))
                .isEmpty();
    }

    /** The normal form of a static field's initialiser; empty if it has none. */
    static String initialiserOf(ClassFile owner, FieldNode field, SwitchMaps switchMaps) {
        return owner.method(Names.STATIC_INITIALISER, "()V")
                .map(m -> new StaticInitialisers(owner, m, switchMaps).withLambdas.getOrDefault(field.name, ""))
                .orElse("");
    }

    /** Fields of both versions whose initialiser changed in the body of a lambda and nowhere else. */
    static List<String> fieldsWithChangedLambdas(
            ClassFile newest, MethodNode method, RunningMethod old, SwitchMaps switchMaps) {
        StaticInitialisers after = new StaticInitialisers(newest, method, switchMaps);
        StaticInitialisers before = new StaticInitialisers(old.source(), old.node(), switchMaps);
        return after.slices.keySet().stream()
                .filter(f -> Objects.equals(after.slices.get(f), before.slices.get(f)))
                .filter(f -> !Objects.equals(after.withLambdas.get(f), before.withLambdas.get(f)))
                .toList();
    }

    /** Whether anything but the initialisers of single fields changed, lambda bodies aside. */
    static boolean restChanged(
            ClassFile newest,
            MethodNode method,
            @Nullable RunningMethod old,
            SwitchMaps newestSwitchMaps,
            SwitchMaps loadedSwitchMaps) {
        StaticInitialisers after = new StaticInitialisers(newest, method, newestSwitchMaps);
        if (old == null) {
            return after.rest.stream().anyMatch(i -> i.getOpcode() >= 0 && i.getOpcode() != Opcodes.RETURN);
        }
        return !after.restForm.equals(new StaticInitialisers(old.source(), old.node(), loadedSwitchMaps).restForm);
    }

    /** Whether code besides the field's own initialiser uses it while the class is initialised. */
    static boolean usesElsewhere(ClassFile owner, MethodNode method, FieldNode field, SwitchMaps switchMaps) {
        return new StaticInitialisers(owner, method, switchMaps)
                .rest.stream()
                        .anyMatch(i -> i instanceof FieldInsnNode f
                                && f.owner.equals(owner.name())
                                && f.name.equals(field.name));
    }

    /** javac makes an interface with an assertion ask whether assertions are on, and do nothing with the answer. */
    private static boolean asksForAssertions(AbstractInsnNode i) {
        return i.getOpcode() == Opcodes.GETSTATIC
                && i instanceof FieldInsnNode f
                && f.name.equals("$assertionsDisabled");
    }

    private void take(
            ClassFile owner, MethodNode method, FieldNode field, SwitchMaps switchMaps, Set<AbstractInsnNode> taken) {
        List<Slice> found = Slice.assigning(owner, method, field).orElse(List.of());
        if (found.size() == 1 && found.get(0).selfContained()) {
            List<AbstractInsnNode> slice = found.get(0).instructions();
            slices.put(field.name, NormalForm.withoutLambdas(owner, slice, method.tryCatchBlocks, switchMaps));
            withLambdas.put(field.name, NormalForm.of(owner, slice, method.tryCatchBlocks, switchMaps));
            taken.addAll(slice);
        }
    }
}
