package dev.subsecond.thinlink.diff;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What identifies a member within its class.
 *
 * @param name its name
 * @param descriptor its descriptor, without a receiver
 */
public record Key(String name, String descriptor) {

    public static Key of(MethodNode m) {
        return new Key(m.name, m.desc);
    }

    /** A static and an instance field of one name and type are two fields. */
    public static Key of(FieldNode f) {
        return field(f.name, f.desc, (f.access & Opcodes.ACC_STATIC) != 0);
    }

    public static Key field(String name, String descriptor, boolean isStatic) {
        return new Key(name, isStatic ? "static " + descriptor : descriptor);
    }
}
