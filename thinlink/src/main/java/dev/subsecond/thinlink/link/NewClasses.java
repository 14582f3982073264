package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * New classes in the order in which they can be defined. A program that nobody served has no directory on its class path for
 * them, so the patch defines them beside a class of the image; the JVM links each one at once, its supertypes and as a rule
 * what it uses first.
 */
final class NewClasses {

    private final Program program;
    private final Map<String, ClassNode> classes;
    private final Map<String, PatchBuilder.Defined> ordered = new LinkedHashMap<>();

    NewClasses(Program program, Map<String, ClassNode> classes) {
        this.program = program;
        this.classes = classes;
    }

    /** Refuses a class that cannot come into a program that was not prepared. */
    static void check(Program program, ClassFile newClass) throws RefusedException {
        if (host(program, newClass.name()).isEmpty()) {
            throw new RefusedException(
                    Refusal.NEW_PACKAGE, Names.readableClass(newClass.name()) + ": run the program under serve");
        }
        checkInherited(program, newClass);
        List<String> above = new ArrayList<>(newClass.node().interfaces);
        above.add(newClass.node().superName);
        for (String type : above) {
            boolean isSealed = program.isUnprepared(type)
                    && program.loaded(type)
                            .filter(c -> c.node().permittedSubclasses != null)
                            .isPresent();
            if (isSealed) {
                throw new RefusedException(Refusal.SEALED, Names.readableClass(type));
            }
        }
    }

    /** Refuses a class that would inherit an override which no patch can add. */
    private static void checkInherited(Program program, ClassFile newClass) throws RefusedException {
        for (String type : Members.supertypes(program::newest, newClass)) {
            if (!program.isUnprepared(type)) {
                continue;
            }
            ClassFile above = program.newest(type).orElseThrow();
            for (MethodNode m : above.methods()) {
                boolean isMissing =
                        Families.isVirtual(m) && !program.runningClass(type).hasLoaded(Key.of(m));
                if (isMissing
                        && Members.inheritedMethod(program::loaded, above, m.name, m.desc)
                                .isPresent()) {
                    throw new RefusedException(Refusal.DEPENDS, Names.readableMethod(type, m.name, m.desc));
                }
            }
        }
    }

    /** A class of the image in a package, beside which a new one can be defined; empty if it has none. */
    static Optional<String> host(Program program, String newClass) {
        String packageName = Names.packageOf(newClass);
        return program.imageNames().stream()
                .filter(name -> Names.packageOf(name).equals(packageName))
                .min(String::compareTo);
    }

    List<PatchBuilder.Defined> inOrder() {
        Set<String> users = new LinkedHashSet<>();
        new TreeSet<>(classes.keySet()).forEach(name -> addUsedFirst(name, new HashSet<>(), users));
        users.forEach(this::add);
        return new ArrayList<>(ordered.values());
    }

    /** What a class uses comes before it, as far as classes do not use each other. */
    private void addUsedFirst(String name, Set<String> begun, Set<String> users) {
        ClassNode node = classes.get(name);
        if (node != null && !users.contains(name) && begun.add(name)) {
            new TreeSet<>(ClassNames.in(node)).forEach(used -> addUsedFirst(used, begun, users));
            users.add(name);
        }
    }

    /** Its supertypes come before it, whatever they use. */
    private void add(String name) {
        ClassNode node = classes.get(name);
        if (node != null && !ordered.containsKey(name)) {
            add(node.superName);
            node.interfaces.forEach(this::add);
            String host = host(program, name).orElseThrow();
            node.methods.forEach(this::castToNewTypes);
            ordered.put(name, new PatchBuilder.Defined(node, host, true));
        }
    }

    /**
     * Spares the verifier the question whether a value is of a new type, which it could only answer by loading the value's class,
     * and that may not be there yet: the constants of an enum with bodies of their own, say.
     */
    private void castToNewTypes(MethodNode m) {
        for (AbstractInsnNode i : m.instructions.toArray()) {
            boolean puts = i.getOpcode() == Opcodes.PUTSTATIC || i.getOpcode() == Opcodes.PUTFIELD;
            Type type = puts && i instanceof FieldInsnNode f
                    ? Type.getType(f.desc)
                    : i.getOpcode() == Opcodes.ARETURN ? Type.getReturnType(m.desc) : Type.VOID_TYPE;
            if (type.getSort() == Type.OBJECT && classes.containsKey(type.getInternalName())) {
                m.instructions.insertBefore(i, new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
            }
        }
    }
}
