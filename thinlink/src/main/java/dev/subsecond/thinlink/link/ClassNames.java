package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The names of the classes that a class mentions. */
final class ClassNames {

    private static final int CLASS = 7;

    private ClassNames() {}

    /** From the constant pool (JVMS 4.4.1) alone: whatever makes objects of a class names it there. */
    static Set<String> in(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> names = new HashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == CLASS) {
                names.add(reader.readUTF8(offset, buffer));
            }
        }
        return names;
    }

    static Set<String> in(ClassFile c) {
        Collector names = new Collector();
        c.node().accept(new ClassRemapper(new ClassVisitor(Opcodes.ASM9) {}, names));
        return names.found;
    }

    private static final class Collector extends Remapper {

        private final Set<String> found = new HashSet<>();

        Collector() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            found.add(internalName);
            return internalName;
        }
    }
}
