package dev.subsecond.thinlink.diff;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method with a guard, in the image or in a patch class: calls of it can be redirected.
 *
 * @param owner internal name of its class
 * @param name its name
 * @param descriptor its descriptor, without a receiver
 * @param isStatic whether it has no receiver
 */
public record Entry(String owner, String name, String descriptor, boolean isStatic) {

    public static Entry of(String owner, MethodNode method) {
        return new Entry(owner, method.name, method.desc, (method.access & Opcodes.ACC_STATIC) != 0);
    }
}
