package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Writes down what other sources can see of a class: one line for each non-private, non-synthetic member, in an order
 * that does not depend on the source.
 */
final class AbiVisitor extends ClassVisitor {

    /** Says how a method runs, not how it is called. */
    private static final int INVISIBLE_METHOD_FLAGS =
            Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE | Opcodes.ACC_STRICT;

    private final TreeSet<String> lines = new TreeSet<>();
    private final TreeSet<String> constantLines = new TreeSet<>();
    private final List<String> superNames = new ArrayList<>();
    private String self = "";
    private int classAccess;
    private int components;

    AbiVisitor() {
        super(Opcodes.ASM9);
    }

    List<String> supertypes() {
        return List.copyOf(superNames);
    }

    String shape() {
        return Digests.of(String.join("\n", lines));
    }

    String constants() {
        return Digests.of(String.join("\n", constantLines));
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        self = name;
        classAccess = access;
        addSupertype(superName);
        for (String each : interfaces == null ? new String[0] : interfaces) {
            addSupertype(each);
        }
        add("class", access & ~Opcodes.ACC_SUPER, name, superName, Arrays.toString(interfaces), signature);
    }

    private void addSupertype(@Nullable String internalName) {
        if (internalName != null) {
            superNames.add(internalName.replace('/', '.'));
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        boolean annotationType = (classAccess & Opcodes.ACC_ANNOTATION) != 0;
        return annotationType ? new AnnotationText(values -> add("annotation", 0, descriptor, values)) : null;
    }

    @Override
    public void visitPermittedSubclass(String permittedSubclass) {
        add("permits", 0, permittedSubclass);
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {
        boolean mine = name.equals(self) || self.equals(outerName);
        if (mine && innerName != null && !hidden(access)) {
            add("member class", access, name, outerName, innerName);
        }
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
            String name, String descriptor, @Nullable String signature) {
        // Numbered, because their order is that of a record pattern.
        components++;
        add("component " + components, 0, name, descriptor, signature);
        return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (!hidden(access)) {
            add("field", access, name, descriptor, signature);
            if (value != null) {
                constantLines.add(name + " " + descriptor + " " + value);
            }
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (hidden(access) || name.equals("<clinit>")) {
            return null;
        }
        String method = name + descriptor;
        add("method", access & ~INVISIBLE_METHOD_FLAGS, method, signature, Arrays.toString(exceptions));
        return (classAccess & Opcodes.ACC_ANNOTATION) == 0 ? null : new DefaultValue(method);
    }

    private void add(String kind, int access, @Nullable String... parts) {
        lines.add(kind + " " + access + " " + String.join(" ", Arrays.asList(parts)));
    }

    private static boolean hidden(int access) {
        return (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0;
    }

    /** The default of an annotation's element is seen by whoever leaves the element out. */
    private final class DefaultValue extends MethodVisitor {

        private final String method;

        DefaultValue(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public AnnotationVisitor visitAnnotationDefault() {
            return new AnnotationText(value -> add("default", 0, method, value));
        }
    }
}
