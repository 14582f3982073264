package dev.subsecond.thinlink.model;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Resolution of member references in a {@link ClassView} (JVMS 5.4.3.2 to 5.4.3.4). */
public final class Members {

    private Members() {}

    /** A field and the class that declares it. */
    public record ResolvedField(ClassFile owner, FieldNode field) {
        public boolean is(int accessFlag) {
            return (field.access & accessFlag) != 0;
        }
    }

    /** A method and the class that declares it. */
    public record ResolvedMethod(ClassFile owner, MethodNode method) {
        public boolean is(int accessFlag) {
            return (method.access & accessFlag) != 0;
        }
    }

    public static Optional<ResolvedField> field(ClassView view, String owner, String name, String descriptor) {
        return search(view, owner, c -> c.field(name, descriptor).map(f -> new ResolvedField(c, f)));
    }

    public static Optional<ResolvedMethod> method(ClassView view, String owner, String name, String descriptor) {
        if (owner.startsWith("[")) {
            return method(view, "java/lang/Object", name, descriptor);
        }
        return search(view, owner, c -> declared(c, name, descriptor));
    }

    /** The method that {@code owner}'s supertypes declare, {@code owner} itself not asked: what a method overrides. */
    public static Optional<ResolvedMethod> inheritedMethod(
            ClassView view, ClassFile owner, String name, String descriptor) {
        for (String type : supertypes(view, owner)) {
            Optional<ResolvedMethod> found = view.find(type)
                    .flatMap(c -> declared(c, name, descriptor))
                    .filter(m -> !m.is(Opcodes.ACC_PRIVATE) && !m.is(Opcodes.ACC_STATIC))
                    .filter(m -> isInherited(m, owner));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Every supertype of {@code type}, superclasses first, each followed by its interfaces. */
    public static Set<String> supertypes(ClassView view, ClassFile type) {
        Set<String> found = new LinkedHashSet<>();
        for (Optional<ClassFile> c = Optional.of(type); c.isPresent(); ) {
            String superName = c.get().node().superName;
            if (superName != null) {
                found.add(superName);
            }
            c = superName == null ? Optional.empty() : view.find(superName);
        }
        Set<String> classes = new LinkedHashSet<>(found);
        addInterfaces(view, type, found);
        classes.forEach(name -> view.find(name).ifPresent(c -> addInterfaces(view, c, found)));
        return found;
    }

    private static Optional<ResolvedMethod> declared(ClassFile c, String name, String descriptor) {
        return c.method(name, descriptor)
                .or(() -> signaturePolymorphic(c, name))
                .map(m -> new ResolvedMethod(c, m));
    }

    /** {@code MethodHandle.invokeExact} and its like match every descriptor (JVMS 2.9.3). */
    private static Optional<MethodNode> signaturePolymorphic(ClassFile c, String name) {
        if (!c.name().equals("java/lang/invoke/MethodHandle") && !c.name().equals("java/lang/invoke/VarHandle")) {
            return Optional.empty();
        }
        int flags = Opcodes.ACC_NATIVE | Opcodes.ACC_VARARGS;
        return c.methods().stream()
                .filter(m -> m.name.equals(name) && (m.access & flags) == flags)
                .findFirst();
    }

    private static boolean isInherited(ResolvedMethod m, ClassFile heir) {
        return m.is(Opcodes.ACC_PUBLIC)
                || m.is(Opcodes.ACC_PROTECTED)
                || m.owner().packageName().equals(heir.packageName());
    }

    private static <T> Optional<T> search(ClassView view, String owner, Function<ClassFile, Optional<T>> inClass) {
        Optional<ClassFile> start = view.find(owner);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> own = inClass.apply(start.get());
        if (own.isPresent()) {
            return own;
        }
        return supertypes(view, start.get()).stream()
                .flatMap(type -> view.find(type).flatMap(inClass).stream())
                .findFirst();
    }

    private static void addInterfaces(ClassView view, ClassFile c, Set<String> found) {
        for (String name : c.node().interfaces) {
            if (found.add(name)) {
                view.find(name).ifPresent(i -> addInterfaces(view, i, found));
            }
        }
    }
}
