package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Added methods that subclasses can have too: a call of one is dispatched on the receiver's class. */
final class Families {

    private final Program program;

    Families(Program program) {
        this.program = program;
    }

    /** Whether some subclass may have a method of its own in place of {@code m}. */
    static boolean isOverridable(ResolvedMethod m) {
        return isOverridable(m.owner(), m.method());
    }

    static boolean isOverridable(ClassFile owner, MethodNode m) {
        int fixed = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        return (m.access & fixed) == 0 && !owner.is(Opcodes.ACC_FINAL) && !m.name.equals(Names.CONSTRUCTOR);
    }

    /** Whether calls of {@code m} may select it by the receiver's class. */
    static boolean isVirtual(MethodNode m) {
        return (m.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0 && !m.name.startsWith("<");
    }

    /** The topmost class that declares the method which {@code owner}'s overrides; it names the family. */
    String root(ClassFile owner, Key key) {
        ClassFile root = owner;
        Optional<ResolvedMethod> above = inherited(root, key);
        while (above.isPresent()) {
            root = above.get().owner();
            above = inherited(root, key);
        }
        return root.name();
    }

    private Optional<ResolvedMethod> inherited(ClassFile owner, Key key) {
        return Members.inheritedMethod(program::newest, owner, key.name(), key.descriptor());
    }
}
