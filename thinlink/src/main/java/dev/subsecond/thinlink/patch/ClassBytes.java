package dev.subsecond.thinlink.patch;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** Turns trees into class files. */
public final class ClassBytes {

    private ClassBytes() {}

    /** The class file of a tree whose code carries its frames. */
    public static byte[] of(ClassNode node) {
        return write(node, ClassWriter.COMPUTE_MAXS);
    }

    /** The class file of generated code without frames, in which values of different classes never meet. */
    public static byte[] withComputedFrames(ClassNode node) {
        return write(node, ClassWriter.COMPUTE_FRAMES);
    }

    private static byte[] write(ClassNode node, int flags) {
        ClassWriter writer = new ClassWriter(flags) {
            @Override
            protected String getCommonSuperClass(String a, String b) {
                return "java/lang/Object";
            }
        };
        node.accept(writer);
        return writer.toByteArray();
    }
}
