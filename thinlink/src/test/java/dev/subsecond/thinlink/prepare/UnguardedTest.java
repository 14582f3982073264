package dev.subsecond.thinlink.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Methods that cannot have a guard are left as they are and said. */
class UnguardedTest {

    private static final int LIMIT = 65_535;

    @TempDir
    Path folder;

    @Test
    void aMethodWithoutRoomForAGuardIsLeftAndTheOthersAreGuarded() throws Exception {
        PreparedClass prepared = prepare(classWith(Opcodes.V17, writer -> {
            method(writer, "large", "()V", LIMIT - 5);
            method(writer, "small", "()V", 10);
        }));
        assertThat(prepared.unguarded()).singleElement().satisfies(left -> {
            assertThat(left.member()).isEqualTo("large()V");
            assertThat(left.reason()).contains("65,535");
        });
        Class<?> type = load(prepared);
        type.getMethod("large").invoke(null);
        type.getMethod("small").invoke(null);
    }

    @Test
    void aClassFileOlderThanJava7IsLeftAsItIs() {
        byte[] old = classWith(Opcodes.V1_6, writer -> method(writer, "m", "()V", 10));
        PreparedClass prepared = prepare(old);
        assertThat(prepared.bytes()).isSameAs(old);
        assertThat(prepared.unguarded()).extracting(Unguarded::member).containsExactly("m()V");
        EnumSet<PrepareRule> others = EnumSet.complementOf(EnumSet.of(PrepareRule.GUARDS));
        assertThat(new Preparer(others).prepare(old).unguarded()).isEmpty();
    }

    @Test
    void aClassWithoutRoomInItsConstantPoolIsLeftAsItIs() {
        byte[] full = classWith(Opcodes.V17, writer -> {
            method(writer, "m", "()V", 10);
            for (int i = 0; i < LIMIT - 30; i++) {
                writer.newUTF8("filler" + i);
            }
        });
        PreparedClass prepared = prepare(full);
        assertThat(prepared.bytes()).isSameAs(full);
        assertThat(prepared.unguarded()).extracting(Unguarded::member).containsExactly("m()V");
    }

    @Test
    void parametersBeyondWhatAnEntryCanPassOnAreLeft() throws Throwable {
        String most = "(" + "I".repeat(253) + ")V";
        String more = "(" + "I".repeat(254) + ")V";
        PreparedClass prepared = prepare(classWith(Opcodes.V17, writer -> {
            method(writer, "most", most, 10);
            method(writer, "more", more, 10);
        }));
        assertThat(prepared.unguarded()).extracting(Unguarded::member).containsExactly("more" + more);
        Class<?> type = load(prepared);
        MethodType method = MethodType.fromMethodDescriptorString(most, type.getClassLoader());
        MethodHandles.publicLookup().findStatic(type, "most", method).invokeWithArguments(Collections.nCopies(253, 1));
    }

    @Test
    void aConstructorThatAssignsLocalsBeforeSuperIsLeft() throws Exception {
        Map<String, byte[]> classes = Compiler.compile(folder, "Late.java", """
                public class Late extends Thread {
                    public Late(int x) {
                        super(switch (x) { case 1 -> { String s = "one" + x; yield s; } default -> "many"; });
                    }
                    public Late(long x) { super("long"); }
                }
                """);
        PreparedClass prepared = prepare(only(classes));
        assertThat(prepared.unguarded()).singleElement().satisfies(left -> {
            assertThat(left.member()).isEqualTo("<init>(I)V");
            assertThat(left.reason()).contains("before super(..)");
        });
        Thread late = (Thread) load(prepared).getConstructor(int.class).newInstance(1);
        assertThat(late.getName()).isEqualTo("one1");
    }

    @Test
    void aConstructorWhoseCallOfSuperIsPartOfAnExpressionIsLeft() throws Exception {
        PreparedClass prepared = prepare(classWith(Opcodes.V17, writer -> {
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
            code.visitCode();
            code.visitInsn(Opcodes.ICONST_1);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            code.visitInsn(Opcodes.POP);
            code.visitInsn(Opcodes.RETURN);
            code.visitMaxs(2, 1);
        }));
        assertThat(prepared.unguarded()).extracting(Unguarded::member).containsExactly("<init>()V");
        load(prepared).getConstructor().newInstance();
    }

    @Test
    void aConstructorThatNeverCallsSuperIsLeft() {
        PreparedClass prepared = prepare(classWith(Opcodes.V17, writer -> {
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
            code.visitCode();
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitInsn(Opcodes.ATHROW);
            code.visitMaxs(1, 1);
        }));
        assertThat(prepared.unguarded()).extracting(Unguarded::member).containsExactly("<init>()V");
    }

    @Test
    void moduleDescriptorsAreLeftAsTheyAre() {
        Map<String, byte[]> classes =
                Compiler.compile(folder, "module-info.java", "module some.module { requires java.logging; }");
        byte[] module = only(classes);
        assertThat(prepare(module).bytes()).isSameAs(module);
    }

    @Test
    void aStaticInitialiserIsNoOmission() {
        PreparedClass prepared = prepare(classWith(Opcodes.V17, writer -> method(writer, "<clinit>", "()V", 10)));
        assertThat(prepared.unguarded()).isEqualTo(List.of());
        ClassNode node = new ClassNode();
        new ClassReader(prepared.bytes()).accept(node, 0);
        assertThat(node.methods).hasSize(1);
    }

    private static byte[] only(Map<String, byte[]> classes) {
        assertThat(classes).hasSize(1);
        return classes.values().iterator().next();
    }

    private static PreparedClass prepare(byte[] bytes) {
        return new Preparer().prepare(bytes);
    }

    private static Class<?> load(PreparedClass prepared) throws ClassNotFoundException {
        String name = new ClassReader(prepared.bytes()).getClassName().replace('/', '.');
        Map<String, byte[]> classes = Map.of(name, prepared.bytes());
        return new MapLoader(classes, UnguardedTest.class.getClassLoader()).loadClass(name);
    }

    private static byte[] classWith(int version, Consumer<ClassWriter> content) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "Made", null, "java/lang/Object", null);
        content.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** A static method of so many bytes that does nothing. */
    private static void method(ClassWriter writer, String name, String descriptor, int length) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, descriptor, null, null);
        code.visitCode();
        for (int i = 1; i < length; i++) {
            code.visitInsn(Opcodes.NOP);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 254);
    }
}
