package dev.subsecond.thinlink;

import dev.subsecond.thinlink.patch.ClassBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Links an edit that nobody made, so that the first real one finds the linker's classes loaded. It took 190 ms of the first
 * save on the project's test machine; the tenth took 4 ms.
 */
public final class WarmUp {

    private static final String SAMPLE = "dev.subsecond.thinlink.WarmUp";

    private WarmUp() {}

    /** Runs on the calling thread and has no effect but speed; takes some hundred milliseconds. */
    public static void run() {
        byte[] image = find(SAMPLE).orElseThrow();
        Linker linker = new ThinLinker("warm-up", Map.of(SAMPLE, image), WarmUp::find);
        for (long sequence = 1; sequence <= 2; sequence++) {
            image = edited(image);
            LinkResult result = linker.link(sequence, new Changes(Map.of(SAMPLE, image), Set.of()));
            if (result.patch().isEmpty()) {
                throw new IllegalStateException("the warm-up linked nothing: " + result.members());
            }
            linker.applied(sequence);
        }
    }

    /** The class with an instruction more in every method. */
    private static byte[] edited(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        for (MethodNode m : node.methods) {
            m.instructions.insertBefore(m.instructions.getLast(), new InsnNode(Opcodes.NOP));
        }
        return ClassBytes.of(node);
    }

    private static Optional<byte[]> find(String binaryName) {
        try (InputStream in = WarmUp.class.getResourceAsStream("/" + binaryName.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
