package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.VersionBody;
import dev.subsecond.thinlink.diff.AddedField;
import dev.subsecond.thinlink.diff.ConstructorParts;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.RunningLambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Links one change into a patch, and notes what will run once the patch is committed. */
final class MemberLinker {

    /** In place of a function's id: the change has no effect, since what it changes runs only once. */
    static final String NOT_RUN_AGAIN = "not run again";

    private static final String HOT = "Ldev/subsecond/annotations/Hot;";

    private final Program program;
    private final Linkage linkage;
    private final PatchBuilder patch;
    private final NextState next;
    private final SwitchMaps switchMaps;
    private final Pointers pointers;
    private final FieldLinker fields;
    private final FamilyLinker families;
    private final Entries entries;

    MemberLinker(Program program, Linkage linkage, PatchBuilder patch, NextState next, SwitchMaps switchMaps) {
        this.program = program;
        this.linkage = linkage;
        this.patch = patch;
        this.next = next;
        this.switchMaps = switchMaps;
        this.pointers = new Pointers(program, linkage.additions());
        this.fields = new FieldLinker(linkage, patch, pointers, switchMaps);
        this.families = new FamilyLinker(program, linkage.additions(), patch);
        this.entries = new Entries(program);
    }

    /**
     * Links {@code change}.
     *
     * @return the id of the function that it patches, empty if it is none
     */
    String link(Change change) throws RefusedException {
        if (change instanceof Change.Method c) {
            return method(c);
        } else if (change instanceof Change.RemovedOverride c) {
            return removedOverride(c);
        } else if (change instanceof Change.RemovedMethod c) {
            next.removed(c.owner(), Key.of(c.running().node()));
        } else if (change instanceof Change.AbstractMethod c) {
            abstractMethod(c);
        } else if (change instanceof Change.StaticInitialiser c) {
            return staticInitialiser(c) ? NOT_RUN_AGAIN : "";
        } else if (change instanceof Change.Field c) {
            fields.link(c);
            String holder = FieldLinker.holder(c.owner(), c.node(), patch.sequence());
            String initialiser = StaticInitialisers.initialiserOf(c.owner(), c.node(), switchMaps);
            next.field(c.owner(), Key.of(c.node()), new AddedField(holder, initialiser));
        } else if (change instanceof Change.Type c) {
            newClass(c.owner());
        }
        return "";
    }

    /** Writes what belongs to several changes together. */
    void finish() {
        fields.finish();
    }

    private String method(Change.Method c) throws RefusedException {
        ClassFile owner = c.owner();
        MethodNode m = c.node();
        Key key = Key.of(m);
        boolean isAdded = !program.runningClass(owner.name()).hasLoaded(key);
        if (!isAdded) {
            entries.require(owner.name(), key);
        }
        List<RunningLambda> before =
                c.running() == null ? List.of() : c.running().lambdas();
        LambdaLinker lambdas = new LambdaLinker(linkage, patch, pointers, owner, m, before, switchMaps);
        MethodRef body = body(owner, m, lambdas, isAdded);
        lambdas.redirectChanged(meansOther(c));
        String normalForm = NormalForm.of(owner, m, switchMaps);
        String id = linkage.additions().functionId(owner.name(), key);
        addFunction(owner, m, isAdded, body, pointers.of(owner.name(), key, normalForm), imageBody(c, isAdded, id));
        if (isAdded ? Families.isOverridable(owner, m) : c.running() == null && Families.isVirtual(m)) {
            families.join(owner, key);
        }
        next.method(
                owner, key, new RunningMethod(owner, m, normalForm, lambdas.result(), Optional.of(meaning(owner, m))));
        return id;
    }

    private MethodRef body(ClassFile owner, MethodNode m, LambdaLinker lambdas, boolean isAdded)
            throws RefusedException {
        boolean isStatic = is(m, Opcodes.ACC_STATIC);
        String flat = Instructions.flat(owner.name(), m.desc, isStatic);
        MethodNode moved = Moved.copy(m, movable(owner, m), patch.freeName(owner, m.name), flat);
        ClassNode patchClass = patch.patchClass(owner);
        new BodyLinker(linkage, patch, owner, owner, patchClass, lambdas).link(moved);
        if (initialisesFields(owner, m)) {
            fields.beginConstruction(owner, moved);
        }
        if (isAdded && !isStatic) {
            NullChecks.addTo(moved);
        }
        patch.addMethod(owner, moved);
        MethodNode entry = moved;
        if (is(m, Opcodes.ACC_SYNCHRONIZED)) {
            String name = patch.freeName(owner, m.name + "$synchronized");
            entry = Monitors.around(patchClass.name, moved, name, owner.name(), isStatic);
            patch.addMethod(owner, entry);
        }
        return new MethodRef(Names.binary(patchClass.name), entry.name, entry.desc);
    }

    private static boolean initialisesFields(ClassFile owner, MethodNode m) {
        return m.name.equals(Names.CONSTRUCTOR)
                && !ConstructorParts.of(owner.name(), m).callsThis();
    }

    private static List<AbstractInsnNode> movable(ClassFile owner, MethodNode m) {
        return m.name.equals(Names.CONSTRUCTOR)
                ? ConstructorParts.of(owner.name(), m).rest()
                : Arrays.asList(m.instructions.toArray());
    }

    /** The first patch of a hot function carries the image's own body, which its pointer still stands for. */
    private List<VersionBody> imageBody(Change.Method c, boolean isAdded, String id) throws RefusedException {
        RunningMethod image = c.running();
        if (isAdded || image == null || !isHot(c.node()) || !image.source().equals(loaded(c.owner()))) {
            return List.of();
        }
        LambdaLinker lambdas = new LambdaLinker(
                linkage, patch, pointers, image.source(), image.node(), List.of(), program.loadedSwitchMaps());
        return List.of(new VersionBody(id, body(image.source(), image.node(), lambdas, false)));
    }

    private @Nullable ClassFile loaded(ClassFile owner) {
        return program.loaded(owner.name()).orElse(null);
    }

    private void addFunction(
            ClassFile owner,
            MethodNode m,
            boolean isAdded,
            MethodRef body,
            String pointer,
            List<VersionBody> versions) {
        patch.addFunction(new FunctionPatch(
                linkage.additions().functionId(owner.name(), Key.of(m)),
                pointer,
                pointer,
                owner.binaryName(),
                m.name,
                m.desc,
                is(m, Opcodes.ACC_STATIC),
                isAdded,
                isHot(m),
                body,
                versions));
    }

    private void abstractMethod(Change.AbstractMethod c) {
        Key key = Key.of(c.node());
        families.join(c.owner(), key);
        next.method(c.owner(), key, new RunningMethod(c.owner(), c.node(), "", List.of(), Optional.empty()));
    }

    /** In place of the removed body runs what a call would now find: the inherited method. */
    private String removedOverride(Change.RemovedOverride c) throws RefusedException {
        ClassFile owner = c.owner();
        MethodNode old = c.running().node();
        Key key = Key.of(old);
        next.removed(owner, key);
        if (!program.runningClass(owner.name()).hasLoaded(key)) {
            return families.leave(owner, key);
        }
        entries.require(owner.name(), key);
        MethodNode call = SuperCalls.method(program::newest, owner, old);
        MethodRef body = body(owner, call, noLambdas(owner, call), false);
        addFunction(owner, old, false, body, pointers.of(owner.name(), key, "inherited"), List.of());
        return linkage.additions().functionId(owner.name(), key);
    }

    private LambdaLinker noLambdas(ClassFile owner, MethodNode m) {
        return new LambdaLinker(linkage, patch, pointers, owner, m, List.of(), switchMaps);
    }

    /** @return whether a lambda of it changed that no live object can be found for */
    private boolean staticInitialiser(Change.StaticInitialiser c) throws RefusedException {
        RunningMethod old = c.running();
        LambdaLinker lambdas =
                new LambdaLinker(linkage, patch, pointers, c.owner(), c.node(), old.lambdas(), switchMaps);
        lambdas.redirectChanged(false);
        next.method(
                c.owner(),
                Key.of(c.node()),
                new RunningMethod(old.source(), old.node(), old.normalForm(), lambdas.result(), Optional.empty()));
        return !c.fields().isEmpty() && !lambdas.allRun();
    }

    private void newClass(ClassFile owner) throws RefusedException {
        ClassNode copy = new ClassNode();
        owner.node().accept(copy);
        BodyLinker linker = new BodyLinker(linkage, patch, owner, owner, copy, BodyLinker.IN_PLACE);
        for (MethodNode m : List.copyOf(copy.methods)) {
            linker.link(m);
        }
        patch.addOverlay(copy);
        owner.methods().stream().filter(m -> Families.isVirtual(m)).forEach(m -> families.enter(owner, Key.of(m)));
        next.newClass(owner, switchMaps);
    }

    private boolean meansOther(Change.Method c) {
        RunningMethod before = c.running();
        return before != null
                && !meaning(c.owner(), c.node()).equals(Meaning.running(program, linkage.additions(), before));
    }

    private String meaning(ClassFile owner, MethodNode m) {
        return Meaning.newest(program, linkage.additions(), owner, m);
    }

    private static boolean isHot(MethodNode m) {
        return m.invisibleAnnotations != null && m.invisibleAnnotations.stream().anyMatch(a -> a.desc.equals(HOT));
    }

    private static boolean is(MethodNode m, int flag) {
        return (m.access & flag) != 0;
    }
}
