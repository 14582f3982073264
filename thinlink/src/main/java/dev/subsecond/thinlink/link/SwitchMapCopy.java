package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** A switch map as a class of its own: nested in nothing, so that it can be defined beside the running classes. */
final class SwitchMapCopy {

    private SwitchMapCopy() {}

    static ClassNode of(ClassFile switchMap) {
        ClassNode copy = new ClassNode();
        switchMap.node().accept(copy);
        copy.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        copy.innerClasses = new ArrayList<>();
        copy.outerClass = null;
        copy.outerMethod = null;
        copy.outerMethodDesc = null;
        copy.nestHostClass = null;
        copy.fields.forEach(f -> f.access |= Opcodes.ACC_PUBLIC);
        return copy;
    }
}
