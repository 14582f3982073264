package dev.subsecond.thinlink.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.model.ClassFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

class PatchCheckTest {

    private final Program program =
            new Program("b", Map.of("app.Game", game()), ImageKind.PREPARED, PatchCheckTest::library, rule -> true);

    @Test
    void acceptsCodeThatNamesWhatIsThere() {
        assertThat(PatchCheck.faults(program, patch(m -> {
                    m.visitMethodInsn(Opcodes.INVOKESTATIC, "app/Game", "open", "()V", false);
                    m.visitInsn(Opcodes.RETURN);
                })))
                .isEmpty();
    }

    @Test
    void acceptsWhatAnEarlierPatchHasDefined() {
        assertThat(PatchCheck.faults(program, patch(m -> {
                    m.visitMethodInsn(Opcodes.INVOKESTATIC, "app/Game$$Hot0", "m", "()V", false);
                    m.visitInsn(Opcodes.RETURN);
                })))
                .isEmpty();
    }

    @Test
    void refusesANestedClassThatDoesNotExist() {
        assertFault("app.Game.Level, which does not exist", m -> {
            m.visitMethodInsn(Opcodes.INVOKESTATIC, "app/Game$Level", "next", "()V", false);
            m.visitInsn(Opcodes.RETURN);
        });
    }

    @Test
    void refusesAMethodThatDoesNotExist() {
        assertFault("app.Game.missing, which does not exist", m -> {
            m.visitMethodInsn(Opcodes.INVOKESTATIC, "app/Game", "missing", "()V", false);
            m.visitInsn(Opcodes.RETURN);
        });
    }

    @Test
    void refusesAMethodThatIsPrivate() {
        assertFault("app.Game.hidden, which is private", m -> {
            m.visitMethodInsn(Opcodes.INVOKESTATIC, "app/Game", "hidden", "()V", false);
            m.visitInsn(Opcodes.RETURN);
        });
    }

    @Test
    void refusesAFieldThatDoesNotExist() {
        assertFault("java.lang.String.none, which does not exist", m -> {
            m.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/String", "none", "I");
            m.visitInsn(Opcodes.POP);
            m.visitInsn(Opcodes.RETURN);
        });
    }

    @Test
    void refusesCodeThatUnderflowsTheStack() {
        assertFault("app.Game$$Hot1.m()", m -> {
            m.visitInsn(Opcodes.POP);
            m.visitInsn(Opcodes.RETURN);
        });
    }

    private void assertFault(String text, Consumer<MethodNode> code) {
        assertThat(PatchCheck.faults(program, patch(code))).hasEntrySatisfying("app/Game$$Hot1", fault -> {
            assertThat(fault.refusal().token()).isEqualTo("LinkerFault");
            assertThat(fault).hasMessageContaining(text);
        });
    }

    private PatchBuilder patch(Consumer<MethodNode> code) {
        ClassFile game = program.loaded("app/Game").orElseThrow();
        MethodNode m = new MethodNode(Opcodes.ACC_STATIC, "m", "()V", null, null);
        code.accept(m);
        m.maxStack = 2;
        PatchBuilder patch = new PatchBuilder(1);
        patch.addMethod(game, m);
        return patch;
    }

    private static byte[] game() {
        ClassWriter w = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        w.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "app/Game", null, "java/lang/Object", null);
        for (String name : new String[] {"open", "hidden"}) {
            int access = name.equals("open") ? 0 : Opcodes.ACC_PRIVATE;
            var m = w.visitMethod(Opcodes.ACC_STATIC | access, name, "()V", null, null);
            m.visitCode();
            m.visitInsn(Opcodes.RETURN);
            m.visitMaxs(0, 0);
            m.visitEnd();
        }
        w.visitEnd();
        return w.toByteArray();
    }

    private static Optional<byte[]> library(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
