package dev.subsecond.devserver.compile;

import dev.subsecond.runtime.wire.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/**
 * Writes down what other sources can see of a class: one line for each non-private, non-synthetic member, in an order
 * that does not depend on the source.
 */
final class AbiVisitor extends ClassVisitor {

    /** Says how a method runs, not how it is called. */
    private static final int INVISIBLE_METHOD_FLAGS =
            Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE | Opcodes.ACC_STRICT;

    private final TreeSet<String> lines = new TreeSet<>();
    private final TreeSet<String> headLines = new TreeSet<>();
    private final TreeSet<String> constantLines = new TreeSet<>();
    private final TreeSet<String> annotationLines = new TreeSet<>();
    private final TreeSet<String> abstractMethods = new TreeSet<>();
    private final List<String> superNames = new ArrayList<>();
    private final Set<String> permittedNames = new HashSet<>();
    private final Set<String> privateMembers = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();
    private boolean defaults;
    private String self = "";
    private int classAccess;
    private int components;

    AbiVisitor() {
        super(Opcodes.ASM9);
    }

    ClassFacts facts(Set<String> references) {
        // An interface with more methods than one cannot be what a lambda implements.
        if (abstractMethods.size() <= 1) {
            headLines.addAll(abstractMethods);
        }
        mentioned.removeIf(name -> name.startsWith("java."));
        return new ClassFacts(
                references,
                superNames,
                permittedNames,
                mentioned,
                digest(headLines),
                digest(lines),
                digest(constantLines),
                digest(annotationLines),
                privateMembers,
                defaults);
    }

    private static String digest(Set<String> sortedLines) {
        return Sha256.hex(String.join("\n", sortedLines).getBytes(StandardCharsets.UTF_8));
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
        mention(signature);
        addToHead("class", access & ~Opcodes.ACC_SUPER, name, superName, Arrays.toString(interfaces), signature);
    }

    private void addSupertype(@Nullable String internalName) {
        if (internalName != null) {
            superNames.add(internalName.replace('/', '.'));
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        boolean annotationType = (classAccess & Opcodes.ACC_ANNOTATION) != 0;
        return new AnnotationText(values -> {
            annotationLines.add(descriptor + values);
            if (annotationType) {
                add("annotation", 0, descriptor, values);
            }
        });
    }

    private AnnotationText annotation(String where, String descriptor) {
        return new AnnotationText(values -> annotationLines.add(where + " " + descriptor + values));
    }

    @Override
    public void visitPermittedSubclass(String permittedSubclass) {
        permittedNames.add(permittedSubclass.replace('/', '.'));
        addToHead("permits", 0, permittedSubclass);
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {
        boolean mine = name.equals(self) || self.equals(outerName);
        if (mine && innerName != null && !hidden(access)) {
            add("member class", access, name, outerName, innerName);
        } else if (mine && innerName != null) {
            addPrivate(access, innerName);
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
        if (hidden(access)) {
            addPrivate(access, name);
            return null;
        }
        mention(signature == null ? descriptor : signature);
        add("field", access, name, descriptor, signature, value == null ? "" : "constant");
        if (value != null) {
            constantLines.add(name + " " + descriptor + " " + value);
        }
        return new AnnotationsOfField(name);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (name.equals("<clinit>")) {
            return null;
        }
        if (hidden(access)) {
            addPrivate(access, name);
            return null;
        }
        String method = name + descriptor;
        mention(descriptor);
        mention(signature);
        for (String each : exceptions == null ? new String[0] : exceptions) {
            mentioned.add(each.replace('/', '.'));
        }
        add("method", access & ~INVISIBLE_METHOD_FLAGS, method, signature, Arrays.toString(exceptions));
        if ((classAccess & Opcodes.ACC_INTERFACE) != 0) {
            addOfInterface(access, method + signature + Arrays.toString(exceptions));
        }
        return new AnnotationsOfMethod(method);
    }

    private void addOfInterface(int access, String method) {
        if ((access & Opcodes.ACC_ABSTRACT) != 0) {
            abstractMethods.add(method);
        } else if ((access & Opcodes.ACC_STATIC) == 0) {
            defaults = true;
        }
    }

    private void addPrivate(int access, String name) {
        if ((access & Opcodes.ACC_SYNTHETIC) == 0) {
            privateMembers.add(name);
        }
    }

    private void mention(@Nullable String descriptorOrSignature) {
        if (descriptorOrSignature != null) {
            ConstantPoolNames.descriptors(descriptorOrSignature, mentioned);
        }
    }

    private void addToHead(String kind, int access, @Nullable String... parts) {
        headLines.add(kind + " " + access + " " + String.join(" ", Arrays.asList(parts)));
        add(kind, access, parts);
    }

    private void add(String kind, int access, @Nullable String... parts) {
        lines.add(kind + " " + access + " " + String.join(" ", Arrays.asList(parts)));
    }

    private static boolean hidden(int access) {
        return (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0;
    }

    private final class AnnotationsOfField extends FieldVisitor {

        private final String field;

        AnnotationsOfField(String field) {
            super(Opcodes.ASM9);
            this.field = field;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return annotation(field, descriptor);
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(
                int typeRef, @Nullable TypePath typePath, String descriptor, boolean visible) {
            return annotation(field + " " + typeRef + " " + typePath, descriptor);
        }
    }

    /** The default of an annotation's element is seen by whoever leaves the element out. */
    private final class AnnotationsOfMethod extends MethodVisitor {

        private final String method;

        AnnotationsOfMethod(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public AnnotationVisitor visitAnnotationDefault() {
            return new AnnotationText(value -> add("default", 0, method, value));
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return annotation(method, descriptor);
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(
                int typeRef, @Nullable TypePath typePath, String descriptor, boolean visible) {
            return annotation(method + " " + typeRef + " " + typePath, descriptor);
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            return annotation(method + " " + parameter, descriptor);
        }
    }
}
