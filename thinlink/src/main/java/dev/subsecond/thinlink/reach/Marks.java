package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What one class says of hot functions.
 *
 * @param hot its methods with {@code @Hot}
 * @param onPatch its methods with {@code @OnPatch} as they should be, in the order of the source
 * @param references what its method references make hot by giving it to {@code Subsecond.call} or {@code HotFnN.current}
 * @param hasClosures whether it creates hot closures at all
 * @param isStub whether the processor wrote it
 */
record Marks(Set<Key> hot, Set<Key> onPatch, List<Handle> references, boolean hasClosures, boolean isStub) {

    static final String HOT = "Ldev/subsecond/annotations/Hot;";
    static final String ON_PATCH = "Ldev/subsecond/annotations/OnPatch;";

    /** Only generated code names it. */
    static final String STUB_LINKER = "dev/subsecond/runtime/link/StubLinker";

    private static final String HANDLER = "(Ldev/subsecond/runtime/PatchEvent;)V";
    private static final Marks NONE = new Marks(Set.of(), Set.of(), List.of(), false, false);

    /** Reads no more of a class file than it has to. */
    static Marks of(byte[] classFile) {
        Set<String> texts = ConstantPool.texts(classFile);
        boolean hasClosures = texts.stream().anyMatch(Lambda::isHot);
        if (hasClosures) {
            return of(ClassFile.parse(classFile));
        } else if (texts.contains(STUB_LINKER)) {
            return new Marks(Set.of(), Set.of(), List.of(), false, true);
        }
        boolean hasAnnotations = texts.contains(HOT) || texts.contains(ON_PATCH);
        return hasAnnotations ? of(ClassFile.parseDeclarations(classFile)) : NONE;
    }

    static Marks of(ClassFile c) {
        Set<Key> hot = new HashSet<>();
        Set<Key> onPatch = new LinkedHashSet<>();
        for (MethodNode m : c.methods()) {
            if (has(m, HOT)) {
                hot.add(Key.of(m));
            }
            if (has(m, ON_PATCH) && m.desc.equals(HANDLER) && (m.access & Opcodes.ACC_STATIC) != 0) {
                onPatch.add(Key.of(m));
            }
        }
        List<InvokeDynamicInsnNode> closures = closures(c);
        List<Handle> references = closures.stream()
                .filter(d -> Lambda.of(c, d).isEmpty())
                .flatMap(d -> Lambda.implementation(d).stream())
                .toList();
        Marks marks = new Marks(hot, onPatch, references, !closures.isEmpty(), isStub(c));
        return marks.equals(NONE) ? NONE : marks;
    }

    boolean isNone() {
        return equals(NONE);
    }

    private static boolean has(MethodNode m, String annotation) {
        List<AnnotationNode> all = m.invisibleAnnotations;
        return all != null && all.stream().anyMatch(a -> a.desc.equals(annotation));
    }

    private static List<InvokeDynamicInsnNode> closures(ClassFile c) {
        return c.methods().stream()
                .flatMap(m -> Arrays.stream(m.instructions.toArray()))
                .filter(InvokeDynamicInsnNode.class::isInstance)
                .map(InvokeDynamicInsnNode.class::cast)
                .filter(d -> Lambda.isHot(d.desc))
                .toList();
    }

    static boolean isStub(ClassFile c) {
        for (MethodNode m : c.methods()) {
            for (AbstractInsnNode i : m.instructions) {
                if (i instanceof MethodInsnNode call && call.owner.equals(STUB_LINKER)) {
                    return true;
                }
            }
        }
        return false;
    }
}
