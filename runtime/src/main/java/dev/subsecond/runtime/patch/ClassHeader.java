package dev.subsecond.runtime.patch;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says it is. Read before the JVM gets the bytes, because it defines a class under the name in the
 * bytes, whatever name they were announced with, and a name is used up by that.
 *
 * @param release the Java release that the format belongs to
 * @param name the binary name of the class, with dots
 */
record ClassHeader(int release, String name) {

    private static final int MAGIC = 0xCAFEBABE;

    /** What to subtract from a version of the format to get the Java release. */
    private static final int VERSION_BEFORE_JAVA_1 = 44;

    // Tags of the constant pool (JVMS 4.4).
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;

    /** @throws IOException if the bytes are no class file; the message says why, or nothing if they are too few */
    static ClassHeader read(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        if (in.readInt() != MAGIC) {
            throw new IOException("it does not begin with 0xCAFEBABE");
        }
        in.skipNBytes(2);
        int version = in.readUnsignedShort();
        int count = in.readUnsignedShort();
        @Nullable String[] texts = new String[count];
        int[] classes = new int[count];
        pool(in, texts, classes);
        in.skipNBytes(2);
        return new ClassHeader(version - VERSION_BEFORE_JAVA_1, name(in.readUnsignedShort(), texts, classes));
    }

    private static String name(int thisClass, @Nullable String[] texts, int[] classes) throws IOException {
        int index = thisClass < classes.length ? classes[thisClass] : 0;
        String name = index < texts.length ? texts[index] : null;
        if (name == null) {
            throw new IOException("it does not name itself");
        }
        return name.replace('/', '.');
    }

    /** Keeps the texts, and for each class the index of its name; 0 is nobody's index. */
    private static void pool(DataInputStream in, @Nullable String[] texts, int[] classes) throws IOException {
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts[i] = in.readUTF();
            } else if (tag == CLASS) {
                classes[i] = in.readUnsignedShort();
            } else {
                in.skipNBytes(length(tag));
                i += tag == LONG || tag == DOUBLE ? 1 : 0;
            }
        }
    }

    private static int length(int tag) throws IOException {
        return switch (tag) {
            case LONG, DOUBLE -> 8;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 15 -> 3;
            case 8, 16, 19, 20 -> 2;
            default -> throw new IOException("its constant pool has the unknown tag " + tag);
        };
    }
}
