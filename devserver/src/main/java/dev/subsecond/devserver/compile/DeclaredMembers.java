package dev.subsecond.devserver.compile;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The fields and methods that a class declares, as instructions name them. */
final class DeclaredMembers extends ClassVisitor {

    private final Set<String> found = new HashSet<>();

    private DeclaredMembers() {
        super(Opcodes.ASM9);
    }

    static Set<String> of(byte[] classFile) {
        DeclaredMembers members = new DeclaredMembers();
        new ClassReader(classFile)
                .accept(members, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return members.found;
    }

    /** The methods of {@link Object}. */
    static Set<String> ofObject() {
        Set<String> methods = new HashSet<>();
        for (Method each : Object.class.getDeclaredMethods()) {
            methods.add(method(each.getName(), Type.getMethodDescriptor(each)));
        }
        methods.add(method("<init>", "()V"));
        return methods;
    }

    static String field(String name, String descriptor) {
        return name + " " + descriptor;
    }

    static String method(String name, String descriptor) {
        return name + descriptor;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        found.add(field(name, descriptor));
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        found.add(method(name, descriptor));
        return null;
    }
}
