package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.ClassView;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedField;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the references in a body lead to, as text. Two equal bodies with different meanings have to be linked differently: a
 * field that a subclass now hides, a method that was pulled up, a call that now has an override to find.
 */
final class Meaning {

    private final Program program;
    private final Additions additions;
    private final Families families;
    private final ClassView view;
    private final boolean namesHolders;
    private final boolean isNewest;
    private final StringBuilder text = new StringBuilder();

    private Meaning(Program program, Additions additions, boolean isNewest, boolean namesHolders) {
        this.program = program;
        this.additions = additions;
        this.families = new Families(program);
        this.isNewest = isNewest;
        this.view = isNewest ? program::newest : program::loaded;
        this.namesHolders = namesHolders;
    }

    /**
     * What the newest sources mean by {@code bodies}, if that is not what the image means by them, else the empty text. Says
     * nothing of where patches have put what they added, so that it is the same whatever the order of the edits was.
     */
    static String unlikeImage(Program program, Additions additions, List<MethodNode> bodies) {
        Meaning newest = new Meaning(program, additions, true, false);
        Meaning image = new Meaning(program, additions, false, false);
        bodies.forEach(newest::references);
        bodies.forEach(image::references);
        String text = newest.text.toString();
        return text.contentEquals(image.text) ? "" : text;
    }

    /** What the newest sources mean by the body {@code m} of {@code source}. */
    static String newest(Program program, Additions additions, ClassFile source, MethodNode m) {
        Meaning meaning = new Meaning(program, additions, true, true);
        meaning.body(source, m);
        return meaning.text.toString();
    }

    /** What {@code m} is linked to while it runs. */
    static String running(Program program, Additions additions, RunningMethod m) {
        return m.meaning().orElseGet(() -> {
            Meaning meaning = new Meaning(program, additions, false, true);
            meaning.body(m.source(), m.node());
            return meaning.text.toString();
        });
    }

    private void body(ClassFile source, MethodNode m) {
        Stream.concat(Stream.of(m), Lambda.createdBy(source, m).stream().map(Lambda::body))
                .forEach(this::references);
    }

    private void references(MethodNode m) {
        for (AbstractInsnNode i : m.instructions) {
            if (i instanceof FieldInsnNode f && isOwn(f.owner)) {
                field(f.owner, f.name, f.desc);
            } else if (i instanceof MethodInsnNode c && isOwn(c.owner)) {
                method(c.owner, new Key(c.name, c.desc), c.getOpcode() == Opcodes.INVOKESPECIAL);
            } else if (i instanceof InvokeDynamicInsnNode d) {
                reference(d);
            }
        }
    }

    private void reference(InvokeDynamicInsnNode d) {
        Optional<Handle> h = Lambda.implementation(d);
        h.filter(x -> isOwn(x.getOwner()) && !x.getName().startsWith("lambda$"))
                .ifPresent(x ->
                        method(x.getOwner(), new Key(x.getName(), x.getDesc()), x.getTag() == Opcodes.H_INVOKESPECIAL));
    }

    private void field(String owner, String name, String descriptor) {
        Optional<ResolvedField> f = Members.field(view, owner, name, descriptor);
        // Each patch names its switch maps anew; what their labels mean stands in the body's normal form.
        if (f.isEmpty() || f.get().owner().isSwitchMap()) {
            return;
        }
        String declaring = f.get().owner().name();
        boolean isStatic = f.get().is(Opcodes.ACC_STATIC);
        boolean isLoaded = program.loaded(declaring)
                .flatMap(c -> c.field(name, descriptor))
                .filter(l -> ((l.access & Opcodes.ACC_STATIC) != 0) == isStatic)
                .isPresent();
        String holder = isLoaded ? "" : additions.holder(declaring, Key.field(name, descriptor, isStatic));
        add(declaring, name, namesHolders || isLoaded ? String.valueOf(holder) : "added");
    }

    private void method(String owner, Key key, boolean isSpecial) {
        Optional<ResolvedMethod> m = Members.method(view, owner, key.name(), key.descriptor());
        if (m.isEmpty()) {
            return;
        }
        String declaring = m.get().owner().name();
        boolean isLoaded = program.loaded(declaring)
                .flatMap(c -> c.method(key.name(), key.descriptor()))
                .isPresent();
        if (isNewest
                && key.name().equals(Names.CONSTRUCTOR)
                && program.makers().isNeeded(declaring, key.descriptor())) {
            add(declaring, key.descriptor(), additions.refusesMaker(declaring, key.descriptor()) ? "" : "made");
            return;
        }
        boolean isVirtual = !isSpecial && Families.isOverridable(m.get());
        if (isLoaded) {
            add(isVirtual || isSpecial ? "" : declaring, key.name(), "");
        } else {
            add(
                    isVirtual ? families.root(m.get().owner(), key) : declaring,
                    key.name(),
                    isVirtual ? "family" : "added");
        }
    }

    private boolean isOwn(String owner) {
        return program.isOwn(owner);
    }

    private void add(String declaring, String name, String how) {
        text.append(String.join(" ", List.of(declaring, name, how))).append('\n');
    }
}
