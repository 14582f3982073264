package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import java.util.Optional;
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

    /** Enters {@code owner}'s method, and all that override it, into the families that calls of it now ask. */
    void join(ClassFile owner, Key key) {
        enter(owner, key);
        program.subtypes(owner.name()).forEach(c -> enter(c, key));
    }

    /**
     * Takes {@code owner}'s method out of its family; what overrode it gathers anew.
     *
     * @return the family's id
     */
    String leave(ClassFile owner, Key key) {
        String root = families.root(owner, key);
        String family = additions.familyId(root, key);
        patch.addFamilyMember(family, root, key, new FamilyMember(owner.binaryName(), null, false));
        program.subtypes(owner.name()).forEach(c -> enter(c, key));
        return family;
    }

    /**
     * Makes what {@code c} declares, or inherits from outside of a family, the member of that family for {@code c}. Does
     * nothing if no patch has added what it overrides.
     */
    void enter(ClassFile c, Key key) {
        Optional<ResolvedMethod> body = Members.method(program::newest, c.name(), key.name(), key.descriptor())
                .filter(m -> !m.is(Opcodes.ACC_ABSTRACT));
        if (!program.follows(LinkRule.FAMILY_MEMBERS)) {
            return;
        }
        if (body.isEmpty() || (c.isInterface() && !body.get().owner().equals(c))) {
            return;
        }
        for (String root : families.roots(c, key)) {
            if (isAdded(root, key) && !inheritsWithin(root, c, body.get().owner())) {
                member(c, body.get().owner(), key)
                        .ifPresent(m -> patch.addFamilyMember(additions.familyId(root, key), root, key, m));
            }
        }
    }

    /** Whether the family finds the body by itself, walking up from {@code c}. */
    private boolean inheritsWithin(String root, ClassFile c, ClassFile declaring) {
        boolean isMember = declaring.name().equals(root) || program.isBelow(declaring, root);
        return !declaring.name().equals(c.name()) && isMember;
    }

    private Optional<FamilyMember> member(ClassFile receiver, ClassFile declaring, Key key) {
        if (!isAdded(declaring.name(), key)) {
            return Optional.of(new FamilyMember(receiver.binaryName(), null, true));
        }
        // One that was refused is no member, so that what it would have overridden still runs.
        return additions.hasMethod(declaring.name(), key)
                ? Optional.of(
                        new FamilyMember(receiver.binaryName(), additions.functionId(declaring.name(), key), false))
                : Optional.empty();
    }

    /** Whether the JVM's class lacks the method. A class that is new as a whole has what it declares. */
    private boolean isAdded(String owner, Key key) {
        return program.hasRunning(owner)
                && program.runningClass(owner)
                        .loaded()
                        .method(key.name(), key.descriptor())
                        .filter(Families::isVirtual)
                        .isEmpty();
    }
}
