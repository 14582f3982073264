package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /** The family that calls through {@code owner} ask: the first of its {@link #roots}. */
    String root(ClassFile owner, Key key) {
        return roots(owner, key).first();
    }

    /** The topmost types that declare the method of {@code owner}; each names a family. */
    SortedSet<String> roots(ClassFile owner, Key key) {
        SortedSet<String> roots = new TreeSet<>();
        for (String type : Members.supertypes(program::newest, owner)) {
            program.newest(type)
                    .filter(c ->
                            declaresFor(owner, c, key) && overridden(c, key).isEmpty())
                    .ifPresent(c -> roots.add(c.name()));
        }
        if (roots.isEmpty()) {
            roots.add(owner.name());
        }
        return roots;
    }

    /** Whether {@code heir} inherits the method from {@code c}: a package-private one stays in its package (JVMS 5.4.5). */
    static boolean declaresFor(ClassFile heir, ClassFile c, Key key) {
        return c.method(key.name(), key.descriptor())
                .filter(Families::isVirtual)
                .filter(m -> (m.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0
                        || c.packageName().equals(heir.packageName()))
                .isPresent();
    }

    private Optional<ResolvedMethod> overridden(ClassFile owner, Key key) {
        return Members.inheritedMethod(program::newest, owner, key.name(), key.descriptor());
    }
}
