package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.VersionBody;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.diff.AddedField;
import dev.subsecond.thinlink.diff.ConstructorParts;
import dev.subsecond.thinlink.diff.Forms;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
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

    private final Program program;
    private final Linkage linkage;
    private final PatchBuilder patch;
    private final NextState next;
    private final SwitchMaps switchMaps;
    private final BodyForms forms;
    private final FieldLinker fields;
    private final FamilyLinker families;
    private final OverrideLinker overrides;
    private final MakerLinker makers;

    MemberLinker(Program program, Linkage linkage, PatchBuilder patch, NextState next, SwitchMaps switchMaps) {
        this.program = program;
        this.linkage = linkage;
        this.patch = patch;
        this.next = next;
        this.switchMaps = switchMaps;
        this.forms = new BodyForms(program, linkage.additions(), switchMaps);
        this.fields = new FieldLinker(linkage, patch, forms, switchMaps);
        this.families = new FamilyLinker(program, linkage.additions(), patch);
        this.overrides = new OverrideLinker(program, linkage, patch, next, this::carry);
        this.makers = new MakerLinker(program, linkage, patch, next, forms, fields);
    }

    /**
     * Links {@code change}.
     *
     * @return the id of the function that it patches, empty if it is none
     */
    String link(Change change) throws RefusedException {
        patch.demandedMakers().clear();
        String function = linkOnly(change);
        makers.satisfy();
        return function;
    }

    private String linkOnly(Change change) throws RefusedException {
        if (change instanceof Change.Method c) {
            return method(c);
        } else if (change instanceof Change.RemovedOverride c) {
            return removedOverride(c);
        } else if (change instanceof Change.RemovedMethod c) {
            next.removed(c.owner(), Key.of(c.running().node()));
        } else if (change instanceof Change.AbstractMethod c) {
            abstractMethod(c);
        } else if (change instanceof Change.NativeMethod c) {
            withoutBody(c.owner(), c.node());
            overridden(c.owner(), Key.of(c.node()), Families.isVirtual(c.node()));
        } else if (change instanceof Change.StaticInitialiser c) {
            return staticInitialiser(c) ? NOT_RUN_AGAIN : "";
        } else if (change instanceof Change.Closures c) {
            closures(c);
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
        if (m.name.equals(Names.CONSTRUCTOR) && program.makers().isNeeded(owner.name(), m.desc)) {
            return madeOnly(owner, m);
        }
        boolean isAdded = !program.runningClass(owner.name()).hasLoaded(m);
        if (!isAdded) {
            program.entries().require(owner.name(), key);
        }
        LambdaLinker lambdas = makers.lambdas(owner, m);
        MethodRef body = body(owner, m, lambdas, isAdded);
        lambdas.redirectChanged(meansOther(c) || program.isUnprepared(owner.name()));
        Forms now = formsOf(c, forms.of(owner, m, lambdas::identity));
        String id = linkage.additions().functionId(owner.name(), key);
        MethodRef entry = isAdded ? body : overrides.led(owner, m, now, body);
        addFunction(owner, m, now, entry, imageBody(c, isAdded, id));
        if (isAdded ? Families.isOverridable(owner, m) : c.running() == null && Families.isVirtual(m)) {
            families.join(owner, key);
        }
        if (isAdded
                || c.running() == null
                || MethodDiff.reach(m) != MethodDiff.reach(c.running().node())) {
            overridden(owner, key, Families.isVirtual(m));
        }
        if (program.runningClass(owner.name()).makers().contains(key)) {
            makers.link(owner, m);
        }
        next.method(owner, key, new RunningMethod(owner, m, now, lambdas.result(), Optional.of(meaning(owner, m))));
        return id;
    }

    /** What was only carried is what it was, and keeps its pointer. */
    private Forms formsOf(Change.Method c, Forms newest) {
        RunningMethod before = c.running();
        if (before == null || !program.isUnprepared(c.owner().name())) {
            return newest;
        }
        boolean isCarried = before.meaning().isEmpty() && before.normalForm().equals(newest.whole());
        return isCarried ? before.forms() : newest;
    }

    /** A constructor that no loaded one can stand in for: what others than patched code make is made as before. */
    private String madeOnly(ClassFile owner, MethodNode m) throws RefusedException {
        String id = makers.link(owner, m);
        LambdaLinker lambdas = makers.lambdas(owner, m);
        lambdas.redirectChanged(false);
        Forms now = forms.of(owner, m, lambdas::identity);
        next.method(
                owner, Key.of(m), new RunningMethod(owner, m, now, lambdas.result(), Optional.of(meaning(owner, m))));
        return id;
    }

    private MethodRef body(ClassFile owner, MethodNode m, LambdaLinker lambdas, boolean isAdded)
            throws RefusedException {
        boolean isStatic = is(m, Opcodes.ACC_STATIC);
        String flat = Instructions.flat(owner.name(), m.desc, isStatic);
        MethodNode moved = Moved.copy(m, movable(owner, m), patch.freeName(owner, m.name), flat);
        ClassNode patchClass = patch.patchClass(owner);
        new BodyLinker(linkage, patch, owner, owner, patchClass, lambdas).link(moved);
        if (initialisesFields(owner, m) && program.follows(LinkRule.CONSTRUCTION)) {
            fields.beginConstruction(owner, moved);
        }
        if (isAdded && !isStatic && program.follows(LinkRule.NULL_CHECKS)) {
            NullChecks.addTo(moved);
        }
        patch.addMethod(owner, moved);
        MethodNode entry = moved;
        if (is(m, Opcodes.ACC_SYNCHRONIZED) && program.follows(LinkRule.MONITORS)) {
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
        if (isAdded
                || image == null
                || !program.isHot(c.owner().name(), Key.of(c.node()))
                || !image.source().equals(loaded(c.owner()))) {
            return List.of();
        }
        BodyForms imageForms = new BodyForms(program, linkage.additions(), program.loadedSwitchMaps());
        LambdaLinker lambdas = new LambdaLinker(linkage, patch, imageForms, image.source(), image.node(), List.of());
        return List.of(new VersionBody(id, body(image.source(), image.node(), lambdas, false)));
    }

    private @Nullable ClassFile loaded(ClassFile owner) {
        return program.loaded(owner.name()).orElse(null);
    }

    private void addFunction(ClassFile owner, MethodNode m, Forms now, MethodRef body, List<VersionBody> versions) {
        Key key = Key.of(m);
        String id = linkage.additions().functionId(owner.name(), key);
        RunningClass started = program.started(owner.name());
        RunningMethod began = started.methods().get(key);
        patch.addFunction(new FunctionPatch(
                id,
                Pointers.whole(id, now, began == null ? null : began.forms()),
                Pointers.content(id, now, began == null ? null : began.forms()),
                owner.binaryName(),
                linkage.additions().functionName(owner.name(), key),
                m.desc,
                is(m, Opcodes.ACC_STATIC),
                !started.hasLoaded(m),
                program.isHot(owner.name(), key),
                body,
                versions));
    }

    private void abstractMethod(Change.AbstractMethod c) throws RefusedException {
        Key key = Key.of(c.node());
        families.join(c.owner(), key);
        withoutBody(c.owner(), c.node());
        overridden(c.owner(), key, true);
    }

    private void withoutBody(ClassFile owner, MethodNode m) {
        next.method(owner, Key.of(m), new RunningMethod(owner, m, Forms.NONE, List.of(), Optional.empty()));
    }

    /** Brings the calls up to date that lead to a method, or away from it, after it came or changed what it is. */
    private void overridden(ClassFile owner, Key key, boolean isVirtual) throws RefusedException {
        RunningMethod before = program.runningClass(owner.name()).methods().get(key);
        boolean wasVirtual = before != null && Families.isVirtual(before.node());
        if (wasVirtual && !isVirtual) {
            families.leave(owner, key);
        }
        if (wasVirtual || isVirtual) {
            overrides.update(owner, key);
        }
    }

    /** In place of the removed body runs what a call would now find: the inherited method. */
    private String removedOverride(Change.RemovedOverride c) throws RefusedException {
        ClassFile owner = c.owner();
        MethodNode old = c.running().node();
        Key key = Key.of(old);
        next.removed(owner, key);
        if (!program.runningClass(owner.name()).hasLoaded(old)) {
            String family = families.leave(owner, key);
            overrides.update(owner, key);
            return family;
        }
        program.entries().require(owner.name(), key);
        superCall(owner, old);
        overrides.update(owner, key);
        return linkage.additions().functionId(owner.name(), key);
    }

    private void superCall(ClassFile owner, MethodNode removed) throws RefusedException {
        MethodNode call = SuperCalls.method(program::newest, owner, removed);
        LambdaLinker lambdas = new LambdaLinker(linkage, patch, forms, owner, call, List.of());
        MethodRef body = body(owner, call, lambdas, false);
        Forms now = forms.of(owner, call, lambdas::identity);
        addFunction(owner, removed, now, overrides.led(owner, removed, now, body), List.of());
    }

    /** Brings what the method runs into the patch, for an entry that will ask first who runs it, or does so no longer. */
    private void carry(ResolvedMethod loaded) throws RefusedException {
        String owner = loaded.owner().name();
        Key key = Key.of(loaded.method());
        program.entries().require(owner, key);
        patch.carry(owner, key, Causes.LED);
        RunningMethod runs = program.runningClass(owner).methods().get(key);
        if (runs != null && (runs.node().access & Opcodes.ACC_ABSTRACT) != 0) {
            runs = RunningMethod.ofImage(loaded.owner(), loaded.method(), program.loadedSwitchMaps());
        }
        if (runs == null) {
            superCall(program.newest(owner).orElse(loaded.owner()), loaded.method());
            return;
        }
        boolean isImages = runs.source().equals(program.runningClass(owner).loaded());
        BodyForms its = isImages ? new BodyForms(program, linkage.additions(), program.loadedSwitchMaps()) : forms;
        LambdaLinker lambdas = new LambdaLinker(linkage, patch, its, runs.source(), runs.node(), runs.lambdas());
        MethodRef body = body(runs.source(), runs.node(), lambdas, false);
        MethodRef entry = overrides.led(runs.source(), runs.node(), runs.forms(), body);
        addFunction(runs.source(), runs.node(), runs.forms(), entry, List.of());
        Optional<String> meaning = Optional.of(meaning(runs.source(), runs.node()));
        next.method(
                runs.source(),
                key,
                new RunningMethod(runs.source(), runs.node(), runs.forms(), lambdas.result(), meaning));
    }

    /** @return whether a lambda of it changed that no live object can be found for */
    private boolean staticInitialiser(Change.StaticInitialiser c) throws RefusedException {
        RunningMethod old = c.running();
        LambdaLinker lambdas = new LambdaLinker(linkage, patch, forms, c.owner(), c.node(), old.lambdas());
        if (lambdas.leavesAnyBehind()) {
            return true;
        }
        lambdas.redirectChanged(false);
        next.method(
                c.owner(),
                Key.of(c.node()),
                new RunningMethod(old.source(), old.node(), old.forms(), lambdas.result(), Optional.empty()));
        return !c.fields().isEmpty() && !lambdas.allRun();
    }

    private void closures(Change.Closures c) throws RefusedException {
        RunningMethod old = c.running();
        LambdaLinker lambdas = new LambdaLinker(linkage, patch, forms, c.owner(), c.node(), old.lambdas());
        lambdas.redirectChanged(true);
        Forms newest = forms.of(c.owner(), c.node(), lambdas::identity);
        boolean onlyClosures = newest.reach().equals(old.forms().reach());
        String whole = onlyClosures ? newest.whole() : "only the closures of\n" + newest.whole();
        Forms now = new Forms(
                whole, old.forms().own(), old.forms().reach(), old.forms().meaning());
        next.method(
                c.owner(),
                Key.of(c.node()),
                new RunningMethod(old.source(), old.node(), now, lambdas.result(), old.meaning()));
    }

    private void newClass(ClassFile owner) throws RefusedException {
        if (program.isUnprepared()) {
            NewClasses.check(program, owner);
        }
        ClassNode copy = NestedCopy.of(program, owner);
        List<MethodNode> forwarders = overrides.forwarders(owner);
        copy.methods.addAll(forwarders);
        BodyLinker linker = new BodyLinker(linkage.inPlace(), patch, owner, owner, copy, BodyLinker.IN_PLACE);
        for (MethodNode m : List.copyOf(copy.methods)) {
            linker.link(m);
            makers.withoutUncallable(owner, m);
        }
        patch.addOverlay(copy);
        for (MethodNode m : owner.methods()) {
            if (Families.isVirtual(m)) {
                families.enter(owner, Key.of(m));
                overrides.enter(owner, Key.of(m));
            }
        }
        next.newClass(owner, forwarders.isEmpty() ? owner : new ClassFile(copy), switchMaps);
        for (MethodNode m : owner.methods()) {
            if (m.name.equals(Names.CONSTRUCTOR) && program.makers().isNeeded(owner.name(), m.desc)) {
                madeOnly(owner, m);
            }
        }
    }

    private boolean meansOther(Change.Method c) {
        RunningMethod before = c.running();
        return before != null
                && !meaning(c.owner(), c.node()).equals(Meaning.running(program, linkage.additions(), before));
    }

    private String meaning(ClassFile owner, MethodNode m) {
        return Meaning.newest(program, linkage.additions(), owner, m);
    }

    private static boolean is(MethodNode m, int flag) {
        return (m.access & flag) != 0;
    }
}
