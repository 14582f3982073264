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
import org.jspecify.annotations.Nullable;
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

    /** Who is led where; null if that does not count. */
    private final @Nullable Overrides overrides;

    private Meaning(Program program, Additions additions, boolean isNewest, boolean namesHolders) {
        this.overrides = isNewest && namesHolders ? new Overrides(program, additions) : null;
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
        bodies.forEach(body -> newest.references(null, body));
        bodies.forEach(body -> image.references(null, body));
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
                .forEach(body -> references(source, body));
    }

    private void references(@Nullable ClassFile host, MethodNode m) {
        for (AbstractInsnNode i : m.instructions) {
            if (i instanceof FieldInsnNode f && isOwn(f.owner)) {
                field(f.owner, f.name, f.desc);
            } else if (i instanceof MethodInsnNode c) {
                Key key = new Key(c.name, c.desc);
                boolean isSpecial = c.getOpcode() == Opcodes.INVOKESPECIAL;
                if (isOwn(c.owner)) {
                    method(c.owner, key, isSpecial);
                }
                led(host, c.owner, key, isSpecial);
            } else if (i instanceof InvokeDynamicInsnNode d) {
                reference(host, d);
            }
        }
    }

    private void reference(@Nullable ClassFile host, InvokeDynamicInsnNode d) {
        Lambda.implementation(d).filter(h -> !h.getName().startsWith("lambda$")).ifPresent(h -> {
            Key key = new Key(h.getName(), h.getDesc());
            boolean isSpecial = h.getTag() == Opcodes.H_INVOKESPECIAL;
            if (isOwn(h.getOwner())) {
                method(h.getOwner(), key, isSpecial);
            }
            led(host, h.getOwner(), key, isSpecial);
        });
    }

    /** Calls for which the newest sources select another method than the JVM, and which no entry leads on. */
    private void led(@Nullable ClassFile host, String owner, Key key, boolean isSpecial) {
        if (overrides == null || owner.startsWith("[")) {
            return;
        }
        Optional<ResolvedMethod> m = Members.method(view, owner, key.name(), key.descriptor());
        if (isSpecial && host != null) {
            overrides.ledFrom(owner, key, host).ifPresent(l -> add(l.owner().name(), key.name(), "own"));
        } else if (!isSpecial) {
            m.filter(Families::isOverridable)
                    .flatMap(found -> overrides.siteRoot(owner, found.owner(), key))
                    .ifPresent(root -> add(root, key.name(), "dispatched"));
        }
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
                .filter(l ->
                        !FieldChanges.isMoved(program.loaded(declaring), f.get().field()))
                .isPresent();
        String holder = isLoaded ? "" : additions.holder(declaring, Key.field(name, descriptor, isStatic));
        add(declaring, name, namesHolders || isLoaded ? String.valueOf(holder) : "added");
        if (FieldChanges.isMadeVolatile(program.loaded(declaring), f.get().field())) {
            add(declaring, name, "volatile");
        }
    }

    private void method(String owner, Key key, boolean isSpecial) {
        Optional<ResolvedMethod> m = Members.method(view, owner, key.name(), key.descriptor());
        if (m.isEmpty()) {
            return;
        }
        String declaring = m.get().owner().name();
        boolean isVirtual = !isSpecial && Families.isOverridable(m.get());
        boolean isLoaded = program.loaded(declaring)
                .flatMap(c -> c.method(key.name(), key.descriptor()))
                .filter(l -> Linkage.standsFor(l, m.get().method(), isVirtual))
                .isPresent();
        if (isNewest
                && key.name().equals(Names.CONSTRUCTOR)
                && program.makers().isNeeded(declaring, key.descriptor())) {
            add(declaring, key.descriptor(), additions.refusesMaker(declaring, key.descriptor()) ? "" : "made");
            return;
        }
        if (isLoaded) {
            add(isVirtual || isSpecial ? "" : declaring, key.name(), "");
        } else if (isVirtual
                && overrides != null
                && overrides.overridden(m.get().owner(), key).isPresent()) {
            add("", key.name(), "");
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

    /** The member or class that a line of such a text is about, as a person writes it. */
    static String name(String line) {
        String[] words = line.split(" ", -1);
        if (words[1].startsWith("(")) {
            return "new " + Names.readableClass(words[0]);
        }
        return words[0].isEmpty() ? words[1] : Names.readableField(words[0], words[1]);
    }

    private void add(String declaring, String name, String how) {
        text.append(String.join(" ", List.of(declaring, name, how))).append('\n');
    }
}
