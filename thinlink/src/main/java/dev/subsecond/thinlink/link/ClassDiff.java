package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;

/**
 * Compares the newest version of one class with what runs: what may go live becomes a {@link Change}, everything else gets
 * its verdict here.
 */
final class ClassDiff {

    private final ClassFile newest;
    private final List<Change> changes = new ArrayList<>();
    private final List<MemberVerdict> verdicts = new ArrayList<>();
    private final List<RunningMethod> kept = new ArrayList<>();

    private ClassDiff(ClassFile newest) {
        this.newest = newest;
    }

    /** What a comparison found. */
    record Result(List<Change> changes, List<MemberVerdict> verdicts, List<RunningMethod> kept) {}

    /**
     * Compares.
     *
     * @param previous the version before {@code newest}: what has only to be said once is said against it
     */
    static Result of(
            Program program, RunningClass running, ClassFile previous, ClassFile newest, SwitchMaps newestSwitchMaps) {
        ClassDiff diff = new ClassDiff(newest);
        new FieldDiff(program, running, previous, newest, diff.changes, diff.verdicts).compare();
        new MethodDiff(program, running, newest, newestSwitchMaps, diff.changes, diff.verdicts, diff.kept).compare();
        new AnnotationDiff(running.loaded(), previous, newest, diff.verdicts).compare();
        ClassShape.difference(running.loaded(), newest)
                .filter(refusal -> program.follows(LinkRule.CLASS_SHAPE))
                .ifPresent(refusal -> diff.refuseAll(program, refusal));
        return new Result(diff.changes, diff.verdicts, diff.kept);
    }

    /** A class of another shape is another class: none of its members can be trusted to fit. */
    private void refuseAll(Program program, Refusal refusal) {
        verdicts.clear();
        verdicts.add(Verdicts.refused(Names.readableClass(newest.name()), newest, refusal, ""));
        for (Change c : changes) {
            Attempt.runningBody(c).ifPresent(kept::add);
            if (!Attempt.isHidden(program, c)) {
                String detail = Names.readableClass(newest.name()) + ": " + refusal.token();
                verdicts.add(Verdicts.refused(c.member(), newest, Refusal.DEPENDS, detail));
            }
        }
        changes.clear();
    }

    /** The fields of a class that are new, changed or gone. */
    private record FieldDiff(
            Program program,
            RunningClass running,
            ClassFile previous,
            ClassFile newest,
            List<Change> changes,
            List<MemberVerdict> verdicts) {

        private static final String LOADED_AGAIN =
                "there again, with the value it had; an object made while it was gone has 0 or null in it";

        void compare() {
            newest.node().fields.forEach(this::compare);
            for (FieldNode old : previous.node().fields) {
                if (newest.field(old.name, old.desc).isEmpty() && !isSynthetic(old)) {
                    verdicts.add(Verdicts.unchanged(name(old), newest, "removed; objects keep its value unseen"));
                }
            }
        }

        private void compare(FieldNode field) {
            Optional<FieldNode> old = running.loaded()
                    .field(field.name, field.desc)
                    .filter(f -> ((f.access ^ field.access) & Opcodes.ACC_STATIC) == 0);
            boolean isMoved = FieldChanges.isMoved(Optional.of(running.loaded()), field)
                    && program.follows(LinkRule.FINAL_STATICS);
            if (old.isPresent() && !isMoved) {
                compare(old.get(), field);
            } else if (!running.addedFields().containsKey(Key.of(field)) && !isCapture(field)) {
                changes.add(new Change.Field(newest, field, isMoved ? old.get() : null));
            } else {
                modifiers(field);
                putBack(field, "there again, with the values it had");
            }
        }

        private void modifiers(FieldNode field) {
            int counts = Opcodes.ACC_VOLATILE | Opcodes.ACC_FINAL;
            int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT;
            Optional<FieldNode> before = previous.field(field.name, field.desc).filter(f -> !isSynthetic(f));
            int different = before.isPresent() ? before.get().access ^ field.access : 0;
            if ((different & counts) != 0) {
                changes.add(new Change.FieldModifiers(newest, field));
            } else if ((different & access) != 0) {
                verdicts.add(Verdicts.unchanged(
                        name(field),
                        newest,
                        "its new modifiers count for the compiler; reflection shows the old ones"));
            }
        }

        private void compare(FieldNode old, FieldNode field) {
            modifiers(field);
            putBack(field, LOADED_AGAIN);
            if (constantChanged(field)) {
                verdicts.add(Verdicts.unchanged(
                        name(field),
                        newest,
                        "a constant that the compiler copies into the code using it: that code has the new value;"
                                + " reflection shows the old one"));
            } else if (old.value != null && field.value == null && (old.access & Opcodes.ACC_STATIC) != 0) {
                verdicts.add(Verdicts.notRunAgain(name(field), newest));
            }
        }

        private void putBack(FieldNode field, String note) {
            if (previous.field(field.name, field.desc).isEmpty() && !isSynthetic(field)) {
                verdicts.add(Verdicts.unchanged(name(field), newest, note));
            }
        }

        private boolean constantChanged(FieldNode field) {
            Object before =
                    previous.field(field.name, field.desc).map(f -> f.value).orElse(null);
            return before != null && field.value != null && !before.equals(field.value);
        }

        private String name(FieldNode field) {
            return Names.readableField(newest.name(), field.name);
        }

        /** Only a loaded constructor can fill the field for a captured variable or the enclosing object. */
        private static boolean isCapture(FieldNode field) {
            return isSynthetic(field) && (field.access & Opcodes.ACC_STATIC) == 0;
        }

        private static boolean isSynthetic(FieldNode field) {
            return (field.access & Opcodes.ACC_SYNTHETIC) != 0;
        }
    }
}
