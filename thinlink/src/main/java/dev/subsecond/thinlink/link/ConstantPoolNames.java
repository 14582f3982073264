package dev.subsecond.thinlink.link;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** The names in a class file's constant pool. No code is parsed. */
final class ConstantPoolNames {

    /** A constant that names a class (JVMS 4.4.1). */
    static final int CLASS = 7;

    /** A constant that names a member (JVMS 4.4.6). */
    static final int NAME_AND_TYPE = 12;

    private ConstantPoolNames() {}

    /**
     * The names that constants of one kind begin with.
     *
     * @param tag {@link #CLASS} or {@link #NAME_AND_TYPE}
     */
    static Set<String> in(byte[] classFile, int tag) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> names = new HashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == tag) {
                names.add(reader.readUTF8(offset, buffer));
            }
        }
        return names;
    }
}
