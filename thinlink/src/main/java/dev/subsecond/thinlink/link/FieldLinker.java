package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Initialisers;
import dev.subsecond.thinlink.diff.Initialisers.Found;
import dev.subsecond.thinlink.diff.Initialisers.Initialiser;
import dev.subsecond.thinlink.diff.Initialisers.Unclear;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Links added fields: the class that holds the value, and the initialiser taken out of the code around it. */
final class FieldLinker {

    private final Linkage linkage;
    private final PatchBuilder patch;
    private final BodyForms forms;
    private final SwitchMaps switchMaps;
    private final Map<ClassFile, List<Extensions.Added>> instanceFields = new LinkedHashMap<>();

    FieldLinker(Linkage linkage, PatchBuilder patch, BodyForms forms, SwitchMaps switchMaps) {
        this.linkage = linkage;
        this.patch = patch;
        this.forms = forms;
        this.switchMaps = switchMaps;
    }

    /** The class that will hold {@code field} if it goes live in the patch {@code sequence}. */
    static String holder(ClassFile owner, FieldNode field, long sequence) {
        return isStatic(field)
                ? Holders.name(owner.name(), sequence, field.name)
                : Extensions.name(owner.name(), sequence);
    }

    void link(Change.Field change) throws RefusedException {
        ClassFile owner = change.owner();
        FieldNode field = change.node();
        linkage.checkType(owner, Type.getType(field.desc));
        if (isStatic(field)) {
            String initialiser = initialiser(owner, field, Initialisers.ofStatic(owner, field));
            String name = Holders.name(owner.name(), patch.sequence(), field.name);
            String patchClass = patch.patchClass(owner).name;
            patch.addClass(Holders.write(owner, name, field, patchClass, initialiser), owner);
        } else {
            String initialiser = initialiser(owner, field, Initialisers.ofInstance(owner, field));
            instanceFields.computeIfAbsent(owner, x -> new ArrayList<>()).add(new Extensions.Added(field, initialiser));
        }
    }

    /**
     * Lets the constructor {@code moved} of {@code owner} say that it is about to initialise the fields that patches added:
     * until it has, they are 0 or null as any others, and no read runs their initialisers in its place.
     */
    void beginConstruction(ClassFile owner, MethodNode moved) {
        moved.instructions.insert(beginConstruction(owner));
    }

    /** The instructions by which a constructor of {@code owner} says so of the object in its first slot. */
    InsnList beginConstruction(ClassFile owner) {
        InsnList begin = new InsnList();
        Set<String> extensions = new TreeSet<>();
        for (FieldNode field : owner.node().fields) {
            String holder = linkage.additions().holder(owner.name(), Key.of(field));
            if (!isStatic(field) && holder != null) {
                extensions.add(holder);
            }
        }
        for (String extension : extensions) {
            begin.add(new VarInsnNode(Opcodes.ALOAD, 0));
            begin.add(Extensions.begin(extension, owner.name()));
        }
        return begin;
    }

    /** Writes the classes for the instance fields that were linked. */
    void finish() {
        instanceFields.forEach((owner, fields) -> {
            String name = Extensions.name(owner.name(), patch.sequence());
            String patchClass = patch.patchClass(owner).name;
            boolean hasSlot = linkage.hasSlot(owner);
            patch.addComputed(Extensions.write(name, owner, fields, patchClass, patch, hasSlot), owner);
        });
    }

    private @Nullable String initialiser(ClassFile owner, FieldNode field, Initialiser initialiser)
            throws RefusedException {
        if (initialiser instanceof Unclear && linkage.follows(LinkRule.UNCLEAR_INITIALISERS)) {
            throw unclear(owner, field);
        }
        boolean moves = linkage.follows(LinkRule.INITIALISERS);
        return moves && initialiser instanceof Found found ? move(owner, field, found) : null;
    }

    private String move(ClassFile owner, FieldNode field, Found found) throws RefusedException {
        if (isStatic(field) && StaticInitialisers.usesElsewhere(owner, found.method(), field, switchMaps)) {
            throw unclear(owner, field);
        }
        List<AbstractInsnNode> value = value(owner, field, found.slice().instructions());
        String name = patch.freeName(owner, field.name + "$initial");
        String descriptor = (isStatic(field) ? "()" : "(L" + owner.name() + ";)") + field.desc;
        MethodNode moved = Moved.copy(found.method(), value, name, descriptor);
        moved.instructions.add(new InsnNode(Type.getType(field.desc).getOpcode(Opcodes.IRETURN)));
        fitFrames(moved, field);
        LambdaLinker lambdas = new LambdaLinker(linkage, patch, forms, owner, found.method(), List.of());
        new BodyLinker(linkage, patch, owner, owner, patch.patchClass(owner), lambdas).link(moved);
        patch.addMethod(owner, moved);
        return name;
    }

    /** The slice without the object whose field it assigns, and without the assignment. */
    private static List<AbstractInsnNode> value(ClassFile owner, FieldNode field, List<AbstractInsnNode> slice)
            throws RefusedException {
        List<AbstractInsnNode> value = slice.subList(0, slice.size() - 1);
        if (isStatic(field)) {
            return value;
        }
        boolean loadsThis = value.get(0) instanceof VarInsnNode v && v.getOpcode() == Opcodes.ALOAD && v.var == 0;
        if (!loadsThis) {
            throw unclear(owner, field);
        }
        return value.subList(1, value.size());
    }

    private static void fitFrames(MethodNode moved, FieldNode field) {
        Set<Integer> known = new HashSet<>();
        for (AbstractInsnNode i : moved.instructions) {
            if (i instanceof VarInsnNode v && v.getOpcode() >= Opcodes.ISTORE && v.getOpcode() <= Opcodes.ASTORE) {
                known.add(v.var);
            } else if (i instanceof FrameNode f && !isStatic(field) && !f.stack.isEmpty()) {
                f.stack.remove(0);
            }
        }
        if (!isStatic(field)) {
            known.add(0);
        }
        Frames.keepOnly(moved, known);
    }

    private static RefusedException unclear(ClassFile owner, FieldNode field) {
        return new RefusedException(Refusal.INITIALISER, Names.readableField(owner.name(), field.name));
    }

    private static boolean isStatic(FieldNode field) {
        return (field.access & Opcodes.ACC_STATIC) != 0;
    }
}
