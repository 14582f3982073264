package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.diff.ConstructorParts;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells which constructors of the newest sources no loaded constructor can stand in for: those that are new, those that differ
 * up to their call of {@code super(..)} or {@code this(..)}, where no entry can be, and those that call such a one. Patched
 * code makes such objects through a <i>maker</i> instead: an added static method
 *
 * <pre>
 *   static C $$make(Object seed, parameters...)
 * </pre>
 *
 * that does all that the constructor does. The seed is the class of the object, or an object that a subclass has allocated.
 */
final class Makers {

    static final String NAME = "$$make";

    private final Program program;
    private final SwitchMaps newestSwitchMaps;
    private final Map<String, Boolean> known = new HashMap<>();

    Makers(Program program) {
        this.program = program;
        this.newestSwitchMaps = new SwitchMaps(program::newest);
    }

    /** What identifies the maker that stands for a constructor of {@code owner}. */
    static Key key(String owner, String constructorDescriptor) {
        return new Key(NAME, descriptor("L" + owner + ";", constructorDescriptor));
    }

    /** The descriptor of the constructor with a seed before its parameters and a result. */
    static String descriptor(String result, String constructorDescriptor) {
        String parameters = constructorDescriptor.substring(1, constructorDescriptor.indexOf(')'));
        return "(Ljava/lang/Object;" + parameters + ")" + result;
    }

    /** The constructor that {@code constructor} of {@code owner} calls first. */
    static MethodInsnNode firstCall(ClassFile owner, MethodNode constructor) {
        List<?> head = ConstructorParts.of(owner.name(), constructor).head();
        return (MethodInsnNode) head.get(head.size() - 1);
    }

    /** What was found holds no longer: other sources, or another program. */
    void forget() {
        known.clear();
    }

    /** Whether objects have to be made by a maker where the newest sources say {@code new}. */
    boolean isNeeded(String owner, String descriptor) {
        if (!program.isOwn(owner) || !program.follows(LinkRule.MAKERS)) {
            return false;
        }
        String constructor = owner + descriptor;
        Boolean before = known.get(constructor);
        if (before != null) {
            return before;
        }
        boolean needed = program.newest(owner)
                .flatMap(c -> c.method(Names.CONSTRUCTOR, descriptor).map(m -> isNeeded(c, m)))
                .orElse(false);
        known.put(constructor, needed);
        return needed;
    }

    /** The classes of which objects have to be made in another way, after {@code changes}, than the running program does. */
    Set<String> madeOtherwise(List<Change> changes) {
        if (!program.follows(LinkRule.MAKER_CALLERS)) {
            return Set.of();
        }
        return changes.stream()
                .filter(c -> c instanceof Change.Method m && isConstructor(m.node()) && isMadeOtherwise(m))
                .map(c -> c.owner().name())
                .collect(Collectors.toSet());
    }

    private boolean isMadeOtherwise(Change.Method constructor) {
        String owner = constructor.owner().name();
        boolean hasMaker = program.runningClass(owner).makers().contains(Key.of(constructor.node()));
        return hasMaker || isNeeded(owner, constructor.node().desc);
    }

    /** The constructors that {@code change} brings makers for. */
    List<MethodNode> broughtBy(Change change) {
        Stream<MethodNode> concerned = change instanceof Change.Method m
                ? Stream.of(m.node())
                : change instanceof Change.Type t ? t.owner().methods().stream() : Stream.of();
        return concerned
                .filter(Makers::isConstructor)
                .filter(m -> isNeeded(change.owner().name(), m.desc))
                .toList();
    }

    private static boolean isConstructor(MethodNode m) {
        return m.name.equals(Names.CONSTRUCTOR);
    }

    private boolean isNeeded(ClassFile owner, MethodNode m) {
        if (owner.is(Opcodes.ACC_ENUM) || isOtherClass(owner)) {
            return false;
        }
        MethodInsnNode first = firstCall(owner, m);
        return isNeeded(first.owner, first.desc)
                || lacksAccess(owner, first)
                || (program.hasRunning(owner.name()) && differs(owner, m));
    }

    /** Whether the change of the class is refused as a whole. */
    private boolean isOtherClass(ClassFile owner) {
        return program.hasRunning(owner.name())
                && ClassShape.difference(program.runningClass(owner.name()).loaded(), owner)
                        .isPresent();
    }

    /** Whether no loaded constructor does what {@code m} of a running class does up to its first call. */
    boolean differs(ClassFile owner, MethodNode m) {
        ClassFile loaded = program.runningClass(owner.name()).loaded();
        Optional<MethodNode> before = loaded.method(m.name, m.desc);
        return !loaded.equals(owner)
                && (before.isEmpty()
                        || !sameHead(loaded, before.get(), owner, m)
                        || hasNoEntry(loaded, before.get(), owner, m));
    }

    private boolean sameHead(ClassFile loaded, MethodNode before, ClassFile owner, MethodNode m) {
        return NormalForm.of(
                        loaded,
                        ConstructorParts.of(loaded.name(), before).head(),
                        List.of(),
                        program.loadedSwitchMaps())
                .equals(NormalForm.of(
                        owner, ConstructorParts.of(owner.name(), m).head(), List.of(), newestSwitchMaps));
    }

    private boolean hasNoEntry(ClassFile loaded, MethodNode before, ClassFile owner, MethodNode m) {
        if (program.isUnprepared(owner.name())) {
            return !NewFieldsOnly.differ(loaded, before, owner, m, newestSwitchMaps, program.loadedSwitchMaps());
        }
        return !program.entries().has(owner.name(), Key.of(m))
                && !NormalForm.of(loaded, before, program.loadedSwitchMaps())
                        .equals(NormalForm.of(owner, m, newestSwitchMaps));
    }

    /** Whether the JVM lets a constructor of a class that is new with a patch call what it calls first. */
    boolean canCallFirst(ClassFile owner, MethodNode constructor) {
        MethodInsnNode first = firstCall(owner, constructor);
        boolean isThere = !program.hasRunning(first.owner)
                || program.runningClass(first.owner).hasLoaded(new Key(first.name, first.desc));
        return isThere && !lacksAccess(owner, first);
    }

    /** A class that came later is no nest mate of the image's classes, whose private constructors it may not call. */
    private boolean lacksAccess(ClassFile owner, MethodInsnNode first) {
        return !program.isOfImage(owner.name())
                && program.isOfImage(first.owner)
                && program.loaded(first.owner)
                        .flatMap(c -> c.method(first.name, first.desc))
                        .filter(m -> (m.access & Opcodes.ACC_PRIVATE) != 0)
                        .isPresent();
    }
}
