package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Initialisers;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.Slice;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Constructors that differ in nothing but the initialisers of new fields. Such an initialiser runs when its field is first
 * read, so that an object is the same whichever of the two has made it.
 */
final class NewFieldsOnly {

    private NewFieldsOnly() {}

    /** Whether {@code constructor} of {@code newest} is the constructor {@code before} but for those initialisers. */
    static boolean differ(
            ClassFile loaded,
            MethodNode before,
            ClassFile newest,
            MethodNode constructor,
            SwitchMaps newestMaps,
            SwitchMaps loadedMaps) {
        Set<AbstractInsnNode> initialisers = new HashSet<>();
        for (FieldNode field : newest.node().fields) {
            boolean isNew = loaded.field(field.name, field.desc).isEmpty();
            if (isNew && (field.access & Opcodes.ACC_STATIC) == 0) {
                List<Slice> slices = Slice.assigning(newest, constructor, field).orElse(List.of());
                if (Initialisers.ofInstance(newest, field) instanceof Initialisers.Found) {
                    slices.forEach(s -> initialisers.addAll(s.instructions()));
                }
            }
        }
        List<AbstractInsnNode> rest = Arrays.stream(constructor.instructions.toArray())
                .filter(i -> !initialisers.contains(i))
                .toList();
        return NormalForm.of(newest, rest, constructor.tryCatchBlocks, newestMaps)
                .equals(NormalForm.of(
                        loaded, Arrays.asList(before.instructions.toArray()), before.tryCatchBlocks, loadedMaps));
    }
}
