package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The fields that objects of anonymous classes are made for: {@code static final Shape ROUND = new Shape() { … }}, or the constant
 * of an enum that has a body. A field has a name where the class has none.
 */
final class InitialisedFields {

    private final ClassFile owner;
    private final Map<String, String> fieldByClass = new HashMap<>();

    private InitialisedFields(ClassFile owner) {
        this.owner = owner;
    }

    /** From the classes that the initialisers of {@code owner} make objects of to the field that the object is for. */
    static Map<String, String> of(ClassFile owner) {
        InitialisedFields fields = new InitialisedFields(owner);
        for (MethodNode m : owner.methods()) {
            if (m.name.equals(Names.STATIC_INITIALISER) || m.name.equals(Names.CONSTRUCTOR)) {
                fields.read(m);
            }
        }
        return fields.fieldByClass;
    }

    private void read(MethodNode m) {
        Set<String> made = new HashSet<>();
        for (AbstractInsnNode i : m.instructions) {
            if (i.getOpcode() == Opcodes.NEW) {
                made.add(((TypeInsnNode) i).desc);
            } else if (isAssignment(i)) {
                made.forEach(name -> fieldByClass.put(name, ((FieldInsnNode) i).name));
                made.clear();
            } else if (endsStatement(i)) {
                made.clear();
            }
        }
    }

    private boolean isAssignment(AbstractInsnNode i) {
        return (i.getOpcode() == Opcodes.PUTSTATIC || i.getOpcode() == Opcodes.PUTFIELD)
                && ((FieldInsnNode) i).owner.equals(owner.name());
    }

    /** Whether no value is left for a field: a result is dropped, or there is none. */
    private static boolean endsStatement(AbstractInsnNode i) {
        return i.getOpcode() == Opcodes.POP
                || i.getOpcode() == Opcodes.ASTORE
                || (i instanceof MethodInsnNode call
                        && !call.name.equals(Names.CONSTRUCTOR)
                        && call.desc.endsWith(")V"));
    }
}
