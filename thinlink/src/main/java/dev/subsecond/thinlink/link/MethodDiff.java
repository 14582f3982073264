package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.ClassView;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** The methods of a class that are new, changed or gone. */
final class MethodDiff {

    private static final int KIND = Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
    private static final int NO_BODY = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

    private final Program program;
    private final RunningClass running;
    private final ClassFile newest;
    private final SwitchMaps switchMaps;
    private final List<Change> changes;
    private final List<MemberVerdict> verdicts;
    private final List<RunningMethod> kept;

    /** @param kept takes the bodies that run on although the newest sources have others */
    MethodDiff(
            Program program,
            RunningClass running,
            ClassFile newest,
            SwitchMaps switchMaps,
            List<Change> changes,
            List<MemberVerdict> verdicts,
            List<RunningMethod> kept) {
        this.kept = kept;
        this.program = program;
        this.running = running;
        this.newest = newest;
        this.switchMaps = switchMaps;
        this.changes = changes;
        this.verdicts = verdicts;
    }

    void compare() {
        for (MethodNode m : newest.methods()) {
            if (RunningClass.isComparedByName(m)) {
                compare(m);
            }
        }
        running.methods().forEach((key, old) -> {
            if (newest.method(key.name(), key.descriptor()).isEmpty()) {
                removed(key, old);
            }
        });
    }

    private void compare(MethodNode m) {
        RunningMethod old = running.methods().get(Key.of(m));
        if (m.name.equals(Names.STATIC_INITIALISER)) {
            staticInitialiser(m, old);
        } else if (old == null || ((old.node().access ^ m.access) & KIND) != 0) {
            added(m);
        } else if ((m.access & NO_BODY) == 0 && differs(m, old)) {
            changed(m, old);
        }
    }

    private boolean differs(MethodNode m, RunningMethod old) {
        if (!NormalForm.of(newest, m, switchMaps).equals(old.normalForm())) {
            return true;
        }
        if (!program.follows(LinkRule.MEANING)) {
            return false;
        }
        return !Meaning.newest(program, Additions.expected(program), newest, m)
                .equals(Meaning.running(program, new Additions(program), old));
    }

    private void changed(MethodNode m, RunningMethod old) {
        if (m.name.equals(Names.CONSTRUCTOR)) {
            constructor(m, old);
        } else if (reach(old.node()) != reach(m) && isRefusedReach(m, old)) {
            refuse(m, Refusal.OVERRIDABILITY);
        } else {
            changes.add(new Change.Method(newest, m, old));
        }
    }

    /** The constants of an enum are made once, by its static initialiser. */
    private void constructor(MethodNode m, @Nullable RunningMethod old) {
        if (newest.is(Opcodes.ACC_ENUM) && program.makers().differs(newest, m)) {
            verdicts.add(Verdicts.notRunAgain(Names.readableMethod(newest.name(), m.name, m.desc), newest));
        } else {
            changes.add(new Change.Method(newest, m, old));
        }
    }

    /** Where a method can be overridden: nowhere, in its package, or everywhere. */
    static int reach(MethodNode m) {
        if ((m.access & Opcodes.ACC_PRIVATE) != 0) {
            return 0;
        }
        return (m.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0 ? 1 : 2;
    }

    static boolean reachChanged(Change.Method m) {
        return m.running() != null && reach(m.node()) != reach(m.running().node());
    }

    /** Entries can tell who overrides what, but not that one in another package no longer does. */
    private boolean isRefusedReach(MethodNode m, RunningMethod old) {
        boolean isNarrowed = reach(m) == 1 && reach(old.node()) == 2;
        return (isNarrowed || program.isUnprepared(newest.name())) && isRedeclaredBelow(m, isNarrowed);
    }

    private boolean isRedeclaredBelow(MethodNode m, boolean onlyElsewhere) {
        return program.subtypes(newest.name()).stream()
                .filter(c -> !onlyElsewhere || !c.packageName().equals(newest.packageName()))
                .anyMatch(c -> c.method(m.name, m.desc).isPresent());
    }

    private void added(MethodNode m) {
        if (running.hasLoaded(m) && program.follows(LinkRule.PUT_BACK)) {
            putBack(m);
        } else if (m.name.equals(Names.CONSTRUCTOR)) {
            constructor(m, null);
        } else if ((m.access & Opcodes.ACC_NATIVE) != 0) {
            refuse(m, Refusal.METHOD_KIND);
        } else if (program.isUnprepared(newest.name()) && (overridesLoaded(m) || isInheritedBelow(m))) {
            refuse(m, Refusal.OVERRIDE_ADDED);
        } else if ((m.access & Opcodes.ACC_ABSTRACT) != 0) {
            changes.add(new Change.AbstractMethod(newest, m));
        } else {
            changes.add(new Change.Method(newest, m, null));
        }
    }

    /** Without entries, callers of the inherited method that the JVM knows cannot be led to one that it does not know. */
    private boolean overridesLoaded(MethodNode m) {
        return Stream.concat(Stream.of(m), bridgesTo(m))
                .filter(Families::isVirtual)
                .anyMatch(o -> inherited(program::loaded, o).isPresent()
                        || inherited(program::newest, o)
                                .filter(i -> program.loaded(i.owner().name())
                                        .flatMap(c -> c.method(o.name, o.desc))
                                        .isPresent())
                                .isPresent());
    }

    /** The new methods by which the compiler leads callers of an overridden method with other types to {@code m}. */
    private Stream<MethodNode> bridgesTo(MethodNode m) {
        int parameters = Type.getArgumentTypes(m.desc).length;
        return newest.methods().stream()
                .filter(b -> (b.access & Opcodes.ACC_BRIDGE) != 0 && b.name.equals(m.name))
                .filter(b -> Type.getArgumentTypes(b.desc).length == parameters)
                .filter(b -> !running.methods().containsKey(Key.of(b)));
    }

    /** Whether a loaded subclass has an interface's method where it would now have {@code m}. */
    private boolean isInheritedBelow(MethodNode m) {
        return Families.isVirtual(m)
                && program.subtypes(newest.name()).stream()
                        .flatMap(c -> program.loaded(c.name()).stream())
                        .flatMap(c -> Members.inheritedMethod(program::loaded, c, m.name, m.desc).stream())
                        .anyMatch(i -> !i.owner().name().equals(newest.name()));
    }

    /** A method that was removed and is there again; the JVM has had it all the time. */
    private void putBack(MethodNode m) {
        MethodNode loaded = running.loaded().method(m.name, m.desc).orElseThrow();
        if ((m.access & Opcodes.ACC_ABSTRACT) != 0) {
            changes.add(new Change.AbstractMethod(newest, m));
        } else if ((m.access & Opcodes.ACC_NATIVE) == 0) {
            changes.add(new Change.Method(newest, m, null));
        } else if ((loaded.access & Opcodes.ACC_NATIVE) == 0) {
            refuse(m, Refusal.METHOD_KIND);
        } else {
            changes.add(new Change.NativeMethod(newest, m));
        }
    }

    private void removed(Key key, RunningMethod old) {
        boolean overrode = program.follows(LinkRule.REMOVED_OVERRIDES)
                && (old.node().access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | NO_BODY)) == 0
                && !key.name().startsWith("<");
        boolean inheritsBody = overrode
                && inherited(program::newest, old.node())
                        .filter(m -> !m.is(Opcodes.ACC_ABSTRACT))
                        .isPresent();
        if (inheritsBody || (overrode && !running.hasLoaded(old.node()))) {
            changes.add(new Change.RemovedOverride(newest, old));
        } else if (!key.name().equals(Names.STATIC_INITIALISER)) {
            changes.add(new Change.RemovedMethod(newest, old));
        }
    }

    private Optional<ResolvedMethod> inherited(ClassView view, MethodNode m) {
        return Members.inheritedMethod(view, newest, m.name, m.desc);
    }

    private void staticInitialiser(MethodNode m, @Nullable RunningMethod old) {
        List<String> values = program.follows(LinkRule.STATIC_INITIALISERS)
                ? StaticInitialisers.changedFields(running, newest, m, old, switchMaps)
                : List.of();
        for (String field : values) {
            verdicts.add(Verdicts.notRunAgain(Names.readableField(newest.name(), field), newest));
        }
        if (StaticInitialisers.restChanged(newest, m, old, switchMaps, program.loadedSwitchMaps())) {
            verdicts.add(Verdicts.notRunAgain(Names.readableMethod(newest.name(), m.name, m.desc), newest));
        }
        if (old != null) {
            List<String> lambdas = StaticInitialisers.fieldsWithChangedLambdas(newest, m, old, switchMaps);
            changes.add(new Change.StaticInitialiser(newest, m, old, lambdas));
        }
    }

    private void refuse(MethodNode m, Refusal refusal) {
        RunningMethod old = running.methods().get(Key.of(m));
        if (old != null) {
            kept.add(old);
        }
        boolean isCompilers = (m.access & Opcodes.ACC_SYNTHETIC) != 0;
        if (!isCompilers) {
            verdicts.add(Verdicts.refused(Names.readableMethod(newest.name(), m.name, m.desc), newest, refusal, ""));
        }
    }
}
