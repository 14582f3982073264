package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.thinlink.diff.Forms;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.link.Overrides.Lead;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Leads calls to overrides that the JVM does not know. Where it selects a method of the program, that method's entry asks a
 * family of receivers, to which the method's own body belongs as a function of its own. Where it selects any other, patched
 * code asks the family in place of the call.
 */
final class OverrideLinker {

    private static final String OWN = "$$own";

    private final Program program;
    private final Linkage linkage;
    private final PatchBuilder patch;
    private final Overrides overrides;
    private final NextState next;
    private final Carrier carrier;

    /** Brings the body that a method runs into the patch once more. */
    @FunctionalInterface
    interface Carrier {
        void carry(ResolvedMethod loaded) throws RefusedException;
    }

    OverrideLinker(Program program, Linkage linkage, PatchBuilder patch, NextState next, Carrier carrier) {
        this.program = program;
        this.linkage = linkage;
        this.patch = patch;
        this.overrides = linkage.overrides();
        this.next = next;
        this.carrier = carrier;
    }

    /** The name of the function that is the own body of a method whose entry asks a family. */
    static Key own(Key method) {
        return new Key(method.name() + OWN, method.descriptor());
    }

    /** Brings all that leads to {@code key} in {@code c} and below up to date, after it came there, changed its access or went. */
    void update(ClassFile c, Key key) throws RefusedException {
        List<ClassFile> receivers = new ArrayList<>(program.subtypes(c.name()));
        receivers.add(0, c);
        List<Lead> leads = overrides.at(receivers, key);
        for (ResolvedMethod selected : overrides.selectedAt(receivers, key)) {
            if (overrides.hasEntry(selected)) {
                entry(selected, key, receivers, leads);
            } else if (overrides.needsSite(selected)) {
                sites(key, receivers, leads);
            }
        }
        for (ClassFile receiver : receivers) {
            if (isRemoved(receiver, key)) {
                carrier.carry(new ResolvedMethod(receiver, loaded(receiver, key)));
            }
        }
    }

    private void entry(ResolvedMethod selected, Key key, List<ClassFile> receivers, List<Lead> leads)
            throws RefusedException {
        boolean leadsNow = overrides.leadsAway(selected, selected.owner());
        String owner = selected.owner().name();
        boolean ledBefore = program.runningClass(owner).led().contains(key);
        if (!leadsNow && !ledBefore) {
            return;
        }
        for (ClassFile receiver : receivers) {
            if (program.isBelow(receiver, owner)) {
                addMember(
                        owner,
                        key,
                        code(receiver, leads, l -> l.selected().owner().name().equals(owner))
                                .map(code -> member(receiver, code))
                                .orElseGet(() -> leaves(receiver)));
            }
        }
        if (leadsNow != ledBefore && !linkage.additions().relinks(owner, key)) {
            carrier.carry(selected);
        }
    }

    /** A class below that declares the method itself, which the JVM knows, has to go before what leads the classes above it. */
    private void sites(Key key, List<ClassFile> receivers, List<Lead> leads) {
        boolean anyLeads = leads.stream().anyMatch(l -> overrides.needsSite(l.selected()));
        for (ClassFile receiver : receivers) {
            Optional<ResolvedMethod> code = code(receiver, leads, l -> true);
            for (String root : overrides.siteRoots(receiver, receiver, key)) {
                boolean isRoot = root.equals(receiver.name());
                if (!isRoot && !leadsAt(root, key)) {
                    addMember(root, key, declares(Names.binary(root)));
                }
                addMember(
                        root,
                        key,
                        code.map(m -> member(receiver, m))
                                .orElseGet(
                                        () -> anyLeads || isRoot ? declares(receiver.binaryName()) : leaves(receiver)));
            }
        }
    }

    private boolean leadsAt(String type, Key key) {
        return program.newest(type)
                .filter(c -> !overrides.at(List.of(c), key).isEmpty())
                .isPresent();
    }

    /** Lets a new class go before those above it in the families that callers ask. */
    void enter(ClassFile newClass, Key key) {
        overrides
                .siteRoot(newClass.name(), newClass, key)
                .ifPresent(root -> addMember(root, key, declares(newClass.binaryName())));
    }

    /** The methods by which a new class has, for the JVM too, what patches have added above it and no entry leads to. */
    List<MethodNode> forwarders(ClassFile newClass) {
        List<MethodNode> forwarders = new ArrayList<>();
        for (Key key : overrides.addedAbove(newClass)) {
            if (newClass.method(key.name(), key.descriptor()).isEmpty()) {
                overrides.at(List.of(newClass), key).stream()
                        .filter(l -> overrides.isAdded(l.code()) && !overrides.hasEntry(l.selected()))
                        .findFirst()
                        .map(l -> SuperCalls.method(
                                program::newest, newClass, l.code().method()))
                        .ifPresent(forwarders::add);
            }
        }
        return forwarders;
    }

    private static Optional<ResolvedMethod> code(ClassFile receiver, List<Lead> leads, Predicate<Lead> counts) {
        return leads.stream()
                .filter(l -> l.receiver().equals(receiver) && counts.test(l))
                .map(Lead::code)
                .findFirst();
    }

    private FamilyMember member(ClassFile receiver, ResolvedMethod code) {
        return overrides.isAdded(code)
                ? new FamilyMember(
                        receiver.binaryName(),
                        linkage.additions().functionId(code.owner().name(), Key.of(code.method())),
                        false)
                : declares(receiver.binaryName());
    }

    private static FamilyMember declares(String receiver) {
        return new FamilyMember(receiver, null, true);
    }

    private static FamilyMember leaves(ClassFile receiver) {
        return new FamilyMember(receiver.binaryName(), null, false);
    }

    private void addMember(String root, Key key, FamilyMember member) {
        patch.addFamilyMember(linkage.additions().familyId(root, key), root, key, member);
    }

    /** Whether the class's own body does nothing any more but to call the one it overrode. */
    private boolean isRemoved(ClassFile receiver, Key key) {
        return program.hasRunning(receiver.name())
                && program.runningClass(receiver.name())
                        .loaded()
                        .method(key.name(), key.descriptor())
                        .filter(m -> overrides.hasEntry(new ResolvedMethod(receiver, m)) && Families.isVirtual(m))
                        .isPresent()
                && !program.runningClass(receiver.name()).methods().containsKey(key)
                && receiver.method(key.name(), key.descriptor()).isEmpty()
                && !linkage.additions().relinks(receiver.name(), key);
    }

    private MethodNode loaded(ClassFile receiver, Key key) {
        return program.runningClass(receiver.name())
                .loaded()
                .method(key.name(), key.descriptor())
                .orElseThrow();
    }

    /**
     * The code for the entry of a method of the image: {@code body}, unless some receivers have other code.
     *
     * @param now what the body is
     */
    MethodRef led(ClassFile owner, MethodNode m, Forms now, MethodRef body) throws RefusedException {
        Key key = Key.of(m);
        Optional<ResolvedMethod> selected = program.loaded(owner.name())
                .flatMap(c -> c.method(m.name, m.desc).map(l -> new ResolvedMethod(c, l)))
                .filter(l -> !l.is(Opcodes.ACC_STATIC));
        boolean leads = selected.isPresent()
                && overrides.leadsAway(selected.get(), selected.get().owner());
        next.led(owner, key, leads);
        if (!leads) {
            return body;
        }
        Key own = own(key);
        String ownId = linkage.additions().functionId(owner.name(), own);
        patch.addNewFunction(ownId, owner, own, false, now, body);
        addMember(owner.name(), key, new FamilyMember(owner.binaryName(), ownId, false));
        return dispatch(owner, key);
    }

    private MethodRef dispatch(ClassFile owner, Key key) throws RefusedException {
        String flat = Instructions.flat(owner.name(), key.descriptor(), false);
        linkage.checkType(owner, Type.getMethodType(flat));
        MethodNode m = new MethodNode(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                patch.freeName(owner, key.name() + "$dispatch"),
                flat,
                null,
                null);
        int slot = 0;
        for (Type argument : Type.getArgumentTypes(flat)) {
            m.instructions.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        m.instructions.add(
                Instructions.throughFamily(key.name(), flat, linkage.additions().familyId(owner.name(), key)));
        m.instructions.add(new InsnNode(Type.getReturnType(flat).getOpcode(Opcodes.IRETURN)));
        m.maxLocals = slot;
        m.maxStack = slot + 1;
        patch.addMethod(owner, m);
        return new MethodRef(Names.binary(patch.patchClass(owner).name), m.name, m.desc);
    }
}
