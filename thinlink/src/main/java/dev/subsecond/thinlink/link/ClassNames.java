package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/** The names of the classes that a class mentions. */
final class ClassNames {

    private ClassNames() {}

    /** Whatever makes objects of a class names it in the constant pool. */
    static Set<String> in(byte[] classFile) {
        return ConstantPoolNames.in(classFile, ConstantPoolNames.CLASS);
    }

    static Set<String> in(ClassFile c) {
        return in(c.node());
    }

    static Set<String> in(ClassNode c) {
        Collector names = new Collector();
        c.accept(new ClassRemapper(new ClassVisitor(Opcodes.ASM9) {}, names));
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
