package dev.subsecond.thinlink.prepare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Prepares class files.
 *
 * <p>Line numbers, debug names, attributes and serial version ids stay as they are. The result depends on the class
 * file alone, no other class is looked at. Immutable and safe for use by several threads.
 */
public final class Preparer {

    private static final String TOO_LARGE_METHOD =
            "it leaves no room for the entry that patches need (the limit is 65,535 bytes)";
    private static final String TOO_LARGE_CLASS =
            "its class leaves no room in the constant pool for the entries that patches need";
    private static final String TOO_OLD =
            "its class file is older than Java 7 and cannot hold the entry that patches need; compile it for Java 7 or later";

    private final Set<PrepareRule> rules;

    /** A preparer that applies all rules. */
    public Preparer() {
        this(EnumSet.allOf(PrepareRule.class));
    }

    /** A preparer that applies {@code rules} only. */
    public Preparer(Set<PrepareRule> rules) {
        this.rules = Set.copyOf(rules);
    }

    /**
     * Prepares one class.
     *
     * @param classFile the compiled class; not modified
     * @return the prepared class and the methods that had to be left as they are
     * @throws IllegalArgumentException if {@code classFile} is newer than this version of Subsecond understands
     */
    public PreparedClass prepare(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        if ((reader.getAccess() & Opcodes.ACC_MODULE) != 0) {
            return new PreparedClass(classFile, List.of());
        }
        if (majorVersion(reader) < Opcodes.V1_7) {
            return untouched(reader, classFile, TOO_OLD);
        }
        return prepareFitting(reader, classFile);
    }

    /** Tries again without the guard of each method that turns out to be too large for it. */
    private PreparedClass prepareFitting(ClassReader reader, byte[] classFile) {
        Map<String, String> left = new HashMap<>();
        while (true) {
            try {
                return apply(reader, left);
            } catch (MethodTooLargeException e) {
                left.put(e.getMethodName() + e.getDescriptor(), TOO_LARGE_METHOD);
            } catch (ClassTooLargeException e) {
                return untouched(reader, classFile, TOO_LARGE_CLASS);
            }
        }
    }

    private PreparedClass apply(ClassReader reader, Map<String, String> left) {
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.EXPAND_FRAMES);
        List<Unguarded> unguarded = new ArrayList<>();
        if (rules.contains(PrepareRule.OWN_MONITORS) && MonitorMove.in(node, left.keySet())) {
            SerialVersion.keep(reader, node);
        }
        if (rules.contains(PrepareRule.GUARDS)) {
            new Guards(node, left).addAll(unguarded);
        }
        if (rules.contains(PrepareRule.SLOT)) {
            Slot.addTo(node);
        }
        if (rules.contains(PrepareRule.UNSEALED)) {
            node.permittedSubclasses = null;
        }
        // Starting from the old constant pool keeps attributes valid that ASM does not know.
        ClassWriter writer = new ClassWriter(reader, 0);
        node.accept(writer);
        return new PreparedClass(writer.toByteArray(), unguarded);
    }

    private PreparedClass untouched(ClassReader reader, byte[] classFile, String reason) {
        if (!rules.contains(PrepareRule.GUARDS)) {
            return new PreparedClass(classFile, List.of());
        }
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        List<Unguarded> unguarded = new ArrayList<>();
        for (MethodNode method : node.methods) {
            if (Guards.concerns(method)) {
                unguarded.add(new Unguarded(method.name + method.desc, reason));
            }
        }
        return new PreparedClass(classFile, unguarded);
    }

    /** The low half of the version; the high half marks preview features and Java 1.1. */
    private static int majorVersion(ClassReader reader) {
        return reader.readInt(4) & 0xFFFF;
    }
}
