package dev.subsecond.thinlink.diff;

import dev.subsecond.runtime.wire.Sha256;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.ClassView;
import dev.subsecond.thinlink.model.Names;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;

/**
 * The classes in which javac maps enum constants to the labels of {@code switch}: {@code $SwitchMap$app$Color[RED.ordinal()]
 * = 1}. They have no identity of their own; what counts is which constant a label stands for.
 */
public final class SwitchMaps {

    private final ClassView view;
    private final Map<String, Map<Integer, String>> known = new HashMap<>();

    public SwitchMaps(ClassView view) {
        this.view = view;
    }

    /** Whether {@code internalName} is such a class. */
    public boolean isSwitchMap(String internalName) {
        return internalName.indexOf('$') >= 0
                && view.find(internalName).filter(ClassFile::isSwitchMap).isPresent();
    }

    /** A name for the class of a program that {@code switchMap} is: the same for all that map the same in one source. */
    public static String nameOf(ClassFile switchMap) {
        String content = switchMap.methods().stream()
                .map(m -> NormalForm.of(switchMap, m, new SwitchMaps(name -> Optional.empty())))
                .collect(Collectors.joining())
                .replace(switchMap.name(), "");
        String hash = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
        return switchMap.outermost() + "$$Switch" + hash.substring(0, 16);
    }

    /** From label to name of the constant, for one array of one such class. */
    public Map<Integer, String> labels(String owner, String array) {
        return known.computeIfAbsent(owner + array, x -> read(owner, array));
    }

    private Map<Integer, String> read(String owner, String array) {
        Map<Integer, String> labels = new HashMap<>();
        view.find(owner)
                .flatMap(c -> c.method(Names.STATIC_INITIALISER, "()V"))
                .ifPresent(m -> m.instructions.forEach(i -> readStore(i, array, labels)));
        return labels;
    }

    /** One store is {@code getstatic array; getstatic CONSTANT; invokevirtual ordinal; push label; iastore}. */
    private static void readStore(AbstractInsnNode i, String array, Map<Integer, String> labels) {
        if (i.getOpcode() != Opcodes.IASTORE) {
            return;
        }
        AbstractInsnNode label = Jumps.previous(i);
        AbstractInsnNode constant = Jumps.previous(Jumps.previous(label));
        AbstractInsnNode store = Jumps.previous(constant);
        if (constant instanceof FieldInsnNode c && store instanceof FieldInsnNode s && s.name.equals(array)) {
            pushed(label).ifPresent(n -> labels.put(n, c.name));
        }
    }

    private static Optional<Integer> pushed(AbstractInsnNode i) {
        if (i instanceof IntInsnNode n) {
            return Optional.of(n.operand);
        }
        boolean small = i instanceof InsnNode && i.getOpcode() >= Opcodes.ICONST_0 && i.getOpcode() <= Opcodes.ICONST_5;
        return small ? Optional.of(i.getOpcode() - Opcodes.ICONST_0) : Optional.empty();
    }
}
