package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** Writes who belongs to the families of added virtual methods. */
final class FamilyLinker {

    private final Program program;
    private final Additions additions;
    private final PatchBuilder patch;
    private final Families families;

    FamilyLinker(Program program, Additions additions, PatchBuilder patch) {
        this.program = program;
        this.additions = additions;
        this.patch = patch;
        this.families = new Families(program);
    }

    /** Enters {@code owner}'s method, and all that override it, into the family that calls of it now ask. */
    void join(ClassFile owner, Key key) {
        List<ClassFile> declaring = new ArrayList<>(program.subtypes(owner.name()));
        declaring.add(owner);
        for (ClassFile c : declaring) {
            c.method(key.name(), key.descriptor())
                    .filter(m -> hasBody(m.access))
                    .ifPresent(m -> enter(c, key));
        }
    }

    /** Enters the method of a new class if what it overrides was added by a patch. */
    void joinIfAdded(ClassFile owner, Key key) {
        String root = families.root(owner, key);
        if (!root.equals(owner.name()) && additions.hasMethod(root, key)) {
            enter(owner, key);
        }
    }

    /**
     * Takes {@code owner}'s method out of its family; what overrode it gathers anew.
     *
     * @return the family's id
     */
    String leave(ClassFile owner, Key key) {
        String root = families.root(owner, key);
        String family = additions.functionId(root, key);
        patch.addFamilyMember(family, root, key, new FamilyMember(owner.binaryName(), null, false));
        for (ClassFile c : program.subtypes(owner.name())) {
            c.method(key.name(), key.descriptor())
                    .filter(m -> hasBody(m.access))
                    .ifPresent(m -> enter(c, key));
        }
        return family;
    }

    private void enter(ClassFile c, Key key) {
        String root = families.root(c, key);
        boolean isAdded =
                program.hasRunning(c.name()) && !program.runningClass(c.name()).hasLoaded(key);
        if (isAdded && !additions.hasMethod(c.name(), key)) {
            return; // refused, so that what it would have overridden still runs
        }
        String function = isAdded ? additions.functionId(c.name(), key) : null;
        patch.addFamilyMember(
                additions.functionId(root, key), root, key, new FamilyMember(c.binaryName(), function, !isAdded));
    }

    private static boolean hasBody(int access) {
        return (access & Opcodes.ACC_ABSTRACT) == 0;
    }
}
