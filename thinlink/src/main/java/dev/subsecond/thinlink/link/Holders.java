package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the classes that hold added static fields, one each, so that the JVM runs the initialiser of one field when that
 * field is first used, once, on the using thread (JVMS 5.5).
 */
final class Holders {

    /** The name of a holder's only field. */
    static final String VALUE = "value";

    private Holders() {}

    static String name(String owner, long sequence, String field) {
        return owner + "$$Static" + sequence + "$" + field;
    }

    /**
     * Writes the holder of {@code field}.
     *
     * @param owner the class that the source declares the field in
     * @param initialiser a static method of the patch class that computes the first value; null if there is none
     */
    static ClassNode write(
            ClassFile owner, String name, FieldNode field, String patchClass, @Nullable String initialiser) {
        ClassNode node = new ClassNode();
        node.version = owner.node().version;
        node.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        node.name = name;
        node.superName = "java/lang/Object";
        node.sourceFile = owner.node().sourceFile;
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | (field.access & Opcodes.ACC_VOLATILE);
        node.fields.add(new FieldNode(access, VALUE, field.desc, null, field.value));
        if (initialiser != null) {
            node.methods.add(assignment(name, field.desc, patchClass, initialiser));
        }
        return node;
    }

    private static MethodNode assignment(String holder, String type, String patchClass, String initialiser) {
        MethodNode m = new MethodNode(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        m.visitMethodInsn(Opcodes.INVOKESTATIC, patchClass, initialiser, "()" + type, false);
        m.visitFieldInsn(Opcodes.PUTSTATIC, holder, VALUE, type);
        m.visitInsn(Opcodes.RETURN);
        m.visitMaxs(2, 0);
        return m;
    }
}
