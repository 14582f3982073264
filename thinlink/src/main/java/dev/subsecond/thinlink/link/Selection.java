package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.ClassView;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Which method a virtual call runs for a class of receivers (JVMS 5.4.6): by the loaded classes, and by the newest sources. */
final class Selection {

    private static final int SEEN_OUTSIDE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private final Program program;
    private final Additions additions;

    Selection(Program program, Additions additions) {
        this.program = program;
        this.additions = additions;
    }

    /** What the JVM runs for {@code receiver} when {@code method} of {@code declaring} is called. */
    Optional<ResolvedMethod> byJvm(ClassFile declaring, MethodNode method, ClassFile receiver) {
        ResolvedMethod itself = new ResolvedMethod(declaring, method);
        if (itself.is(Opcodes.ACC_PRIVATE)) {
            return Optional.of(itself);
        }
        Key key = Key.of(method);
        ClassView loaded = name -> program.hasRunning(name) ? program.loaded(name) : program.newest(name);
        Optional<ClassFile> c = loaded.find(receiver.name());
        while (c.isPresent()) {
            Optional<ResolvedMethod> own = declared(c.get(), key);
            if (own.isPresent()
                    && (c.get().name().equals(declaring.name())
                            || itself.is(SEEN_OUTSIDE)
                            || c.get().packageName().equals(declaring.packageName()))) {
                return own;
            }
            c = Optional.ofNullable(c.get().node().superName).flatMap(loaded::find);
        }
        return mostSpecific(loaded, receiver, key, m -> true).or(() -> Optional.of(itself));
    }

    /** What the newest sources select for {@code receiver}: a method with a body that is there or is being added. */
    Optional<ResolvedMethod> bySources(ClassFile receiver, Key key) {
        Optional<ClassFile> c = Optional.of(receiver);
        while (c.isPresent()) {
            Optional<ResolvedMethod> own = declared(c.get(), key);
            if (own.isPresent() && isThere(own.get()) && Families.declaresFor(receiver, c.get(), key)) {
                return own.filter(m -> !m.is(Opcodes.ACC_ABSTRACT));
            }
            c = Optional.ofNullable(c.get().node().superName).flatMap(program::newest);
        }
        return mostSpecific(program::newest, receiver, key, this::isThere);
    }

    private static Optional<ResolvedMethod> declared(ClassFile c, Key key) {
        return c.method(key.name(), key.descriptor())
                .filter(Families::isVirtual)
                .map(m -> new ResolvedMethod(c, m));
    }

    /** The body in an interface that no other of the receiver's interfaces overrides. */
    private static Optional<ResolvedMethod> mostSpecific(
            ClassView view, ClassFile receiver, Key key, Predicate<ResolvedMethod> counts) {
        List<ResolvedMethod> declaring = Members.supertypes(view, receiver).stream()
                .flatMap(type -> view.find(type).stream())
                .filter(ClassFile::isInterface)
                .flatMap(c -> declared(c, key).stream())
                .filter(counts)
                .toList();
        return declaring.stream()
                .filter(m -> declaring.stream()
                        .noneMatch(o -> Members.supertypes(view, o.owner())
                                .contains(m.owner().name())))
                .filter(m -> !m.is(Opcodes.ACC_ABSTRACT))
                .findFirst();
    }

    private boolean isThere(ResolvedMethod m) {
        return !isAdded(m) || additions.hasMethod(m.owner().name(), Key.of(m.method()));
    }

    /** Whether the JVM's class lacks the method. A class that is new as a whole has what it declares. */
    boolean isAdded(ResolvedMethod m) {
        String owner = m.owner().name();
        return program.hasRunning(owner) && !program.runningClass(owner).hasLoaded(m.method());
    }

    /** Whether no class could override the method in the running program, and now some can. */
    boolean isMadeOverridable(ResolvedMethod loaded) {
        return !loaded.is(SEEN_OUTSIDE)
                && program.newest(loaded.owner().name())
                        .flatMap(c -> c.method(loaded.method().name, loaded.method().desc))
                        .filter(m -> (m.access & (loaded.is(Opcodes.ACC_PRIVATE) ? Opcodes.ACC_PRIVATE : 0)) == 0)
                        .filter(m -> loaded.is(Opcodes.ACC_PRIVATE) || (m.access & SEEN_OUTSIDE) != 0)
                        .isPresent();
    }

    /** Whether the method asks for its newest code when it is called. */
    boolean hasEntry(ResolvedMethod m) {
        return program.hasRunning(m.owner().name())
                && !program.isUnprepared(m.owner().name())
                && (m.method().access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0
                && program.entries().has(m.owner().name(), Key.of(m.method()));
    }
}
