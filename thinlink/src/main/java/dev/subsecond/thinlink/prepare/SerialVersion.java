package dev.subsecond.thinlink.prepare;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SerialVersionUIDAdder;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** Keeps the serial version id of a class whose members change so that the JVM would compute another. */
final class SerialVersion {

    private static final String NAME = "serialVersionUID";

    private SerialVersion() {}

    /**
     * Writes down the id that the JVM would compute for the compiled class, unless it has one or needs none: enums and records
     * have no computed id.
     */
    static void keep(ClassReader compiled, ClassNode prepared) {
        boolean isComputed =
                (prepared.access & Opcodes.ACC_ENUM) == 0 && !"java/lang/Record".equals(prepared.superName);
        if (isComputed && prepared.fields.stream().noneMatch(f -> f.name.equals(NAME))) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
            prepared.fields.add(new FieldNode(access, NAME, "J", null, computed(compiled)));
        }
    }

    private static @Nullable Object computed(ClassReader compiled) {
        Added added = new Added();
        compiled.accept(new Adder(added), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return added.value;
    }

    private static final class Adder extends SerialVersionUIDAdder {
        Adder(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }
    }

    /** Takes the value of the field that ASM adds. */
    private static final class Added extends ClassVisitor {
        private @Nullable Object value;

        Added() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object constant) {
            if (name.equals(NAME)) {
                value = constant;
            }
            return null;
        }
    }
}
