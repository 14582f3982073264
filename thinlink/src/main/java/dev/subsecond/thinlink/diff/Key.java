package dev.subsecond.thinlink.diff;

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

    public static Key of(FieldNode f) {
        return new Key(f.name, f.desc);
    }
}
