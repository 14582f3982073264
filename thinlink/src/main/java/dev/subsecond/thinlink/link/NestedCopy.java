package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * A new class as it is written for the program to load.
 *
 * <p>A class that is nested in a running one cannot be its member: the JVM asks the outer class, which lists neither the
 * members nor the nest mates that it got later, and fails when they disagree. So it becomes a local class of the outer one,
 * in a nest of its own.
 */
final class NestedCopy {

    private final Program program;
    private final ClassFile source;
    private final ClassNode copy = new ClassNode();

    private NestedCopy(Program program, ClassFile source) {
        this.program = program;
        this.source = source;
        source.node().accept(copy);
    }

    static ClassNode of(Program program, ClassFile source) {
        NestedCopy nested = new NestedCopy(program, source);
        if (program.follows(LinkRule.NESTS) && !source.isTopLevel() && program.hasRunning(source.outermost())) {
            nested.leaveNest();
        }
        return nested.copy;
    }

    private void leaveNest() {
        copy.nestHostClass = null;
        // A subclass in the same source calls it, and no handle can do so in its place.
        copy.methods.stream()
                .filter(m -> m.name.equals(Names.CONSTRUCTOR))
                .forEach(m -> m.access &= ~Opcodes.ACC_PRIVATE);
        source.memberOf().ifPresent(outer -> copy.outerClass = outer);
        if (!declaresEnclosingMethod()) {
            copy.outerMethod = null;
            copy.outerMethodDesc = null;
        }
        List<InnerClassNode> entries = new ArrayList<>();
        for (InnerClassNode entry : copy.innerClasses) {
            boolean isNew = !program.hasRunning(entry.name) && program.isOwn(entry.name);
            entries.add(isNew ? new InnerClassNode(entry.name, null, entry.innerName, entry.access) : entry);
        }
        copy.innerClasses = entries;
    }

    /** A method that a patch added is none that reflection could find in the running class. */
    private boolean declaresEnclosingMethod() {
        return copy.outerMethod != null
                && Optional.ofNullable(copy.outerClass)
                        .flatMap(program::loaded)
                        .flatMap(c -> c.method(copy.outerMethod, copy.outerMethodDesc))
                        .isPresent();
    }
}
