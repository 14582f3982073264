package dev.subsecond.thinlink.reach;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** The texts in a class file's constant pool (JVMS 4.4.7) that name something of Subsecond. */
final class ConstantPool {

    private static final int UTF8 = 1;
    private static final String PRODUCT = "dev/subsecond/";
    private static final byte[] WANTED = PRODUCT.getBytes(StandardCharsets.US_ASCII);

    private ConstantPool() {}

    /** Those texts; most classes have none, which is found out without making a text of anything. */
    static Set<String> texts(byte[] classFile) {
        if (!mayHave(classFile)) {
            return Set.of();
        }
        ClassReader reader = new ClassReader(classFile);
        Set<String> found = new HashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == UTF8) {
                int length = reader.readUnsignedShort(offset);
                String text = new String(classFile, offset + 2, length, StandardCharsets.UTF_8);
                if (text.contains(PRODUCT)) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    private static boolean mayHave(byte[] bytes) {
        for (int i = 0; i <= bytes.length - WANTED.length; i++) {
            int k = 0;
            while (k < WANTED.length && bytes[i + k] == WANTED[k]) {
                k++;
            }
            if (k == WANTED.length) {
                return true;
            }
        }
        return false;
    }
}
