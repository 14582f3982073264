package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.ConstructorParts;
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
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
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
        } else if (old == null) {
            added(m);
        } else if (((old.node().access ^ m.access) & KIND) != 0) {
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
        if (m.name.equals(Names.CONSTRUCTOR) && !sameHead(m, old)) {
            refuse(m, Refusal.SUPER_ARGUMENTS);
        } else if (reach(m) == 1 && reach(old.node()) == 2 && isRedeclaredInAnotherPackage(m)) {
            refuse(m, Refusal.OVERRIDABILITY);
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

    private boolean sameHead(MethodNode m, RunningMethod old) {
        ConstructorParts before = ConstructorParts.of(running.loaded().name(), old.node());
        ConstructorParts after = ConstructorParts.of(newest.name(), m);
        return NormalForm.of(old.source(), before.head(), List.of(), program.loadedSwitchMaps())
                .equals(NormalForm.of(newest, after.head(), List.of(), switchMaps));
    }

    private boolean isRedeclaredInAnotherPackage(MethodNode m) {
        return program.subtypes(newest.name()).stream()
                .filter(c -> !c.packageName().equals(newest.packageName()))
                .anyMatch(c -> c.method(m.name, m.desc).isPresent());
    }

    private void added(MethodNode m) {
        if (running.hasLoaded(m) && program.follows(LinkRule.PUT_BACK)) {
            putBack(m);
        } else if (m.name.equals(Names.CONSTRUCTOR)) {
            refuse(m, Refusal.CONSTRUCTOR_ADDED);
        } else if ((m.access & Opcodes.ACC_NATIVE) != 0) {
            refuse(m, Refusal.METHOD_KIND);
        } else if ((m.access & Opcodes.ACC_ABSTRACT) != 0) {
            changes.add(new Change.AbstractMethod(newest, m));
        } else {
            changes.add(new Change.Method(newest, m, null));
        }
    }

    /** A method that was removed and is there again; the JVM has had it all the time. */
    private void putBack(MethodNode m) {
        MethodNode loaded = running.loaded().method(m.name, m.desc).orElseThrow();
        RunningMethod image = RunningMethod.ofImage(running.loaded(), loaded, program.loadedSwitchMaps());
        if ((m.access & Opcodes.ACC_ABSTRACT) != 0) {
            changes.add(new Change.AbstractMethod(newest, m));
        } else if (m.name.equals(Names.CONSTRUCTOR) && !sameHead(m, image)) {
            refuse(m, Refusal.SUPER_ARGUMENTS);
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
