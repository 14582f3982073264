package dev.subsecond.thinlink.prepare;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * The field that holds what later patches add to an object.
 *
 * <p>It is private and transient, so it neither counts for the default serial version id nor is serialised. Interfaces
 * have no instance fields and records may not declare any.
 */
final class Slot {

    static final String NAME = "$$subsecond";
    static final String DESCRIPTOR = "Ljava/lang/Object;";

    private static final int ACCESS = Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC;

    private Slot() {}

    static void addTo(ClassNode node) {
        boolean isRecord = (node.access & Opcodes.ACC_RECORD) != 0;
        boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
        if (!isRecord && !isInterface) {
            node.fields.add(new FieldNode(ACCESS, NAME, DESCRIPTOR, null, null));
        }
    }
}
