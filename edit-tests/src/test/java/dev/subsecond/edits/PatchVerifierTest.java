package dev.subsecond.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.LinkedPatch;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What every patch of the suite goes through does find faults. */
class PatchVerifierTest {

    @Test
    void aValueOfAnotherTypeIsAFault() throws IOException {
        assertThat(PatchVerifier.faults(overlay("java/lang/Object"), getClass().getClassLoader()))
                .singleElement()
                .asString()
                .startsWith("app.Made: ")
                .contains("expected Ljava/lang/String;, but found Ljava/lang/Object;");
    }

    @Test
    void whatFitsIsNone() throws IOException {
        assertThat(PatchVerifier.faults(overlay("java/lang/String"), getClass().getClassLoader()))
                .isEmpty();
    }

    private static LinkedPatch overlay(String made) {
        ClassWriter w = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        w.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "app/Made", null, "java/lang/Object", null);
        MethodVisitor m = w.visitMethod(Opcodes.ACC_STATIC, "text", "()Ljava/lang/String;", null, null);
        m.visitCode();
        m.visitTypeInsn(Opcodes.NEW, made);
        m.visitInsn(Opcodes.DUP);
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, made, "<init>", "()V", false);
        m.visitInsn(Opcodes.ARETURN);
        m.visitMaxs(0, 0);
        m.visitEnd();
        w.visitEnd();
        return new LinkedPatch(1, new byte[0], new TreeMap<>(), Map.of("app.Made", w.toByteArray()));
    }
}
