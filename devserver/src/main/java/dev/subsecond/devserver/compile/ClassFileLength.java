package dev.subsecond.devserver.compile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Walks over a class file to its end, to tell a whole one from one that is still being written. */
public final class ClassFileLength {

    private static final int MAGIC = 0xCAFEBABE;

    /** Access flags, this class and superclass. */
    private static final int HEAD = 6;

    /** Access flags, name and descriptor of a field or method. */
    private static final int MEMBER_HEAD = 6;

    private final ByteBuffer in;

    private ClassFileLength(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /** Whether these bytes are a class file from the first to the last, as far as lengths and kinds of constants say. */
    public static boolean isWhole(byte[] bytes) {
        try {
            return new ClassFileLength(bytes).endsWhereItShould();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean endsWhereItShould() {
        if (in.getInt() != MAGIC) {
            return false;
        }
        in.getInt();
        constants();
        skip(HEAD);
        skip(2 * in.getChar());
        members();
        members();
        attributes();
        return !in.hasRemaining();
    }

    private void constants() {
        int count = in.getChar();
        for (int index = 1; index < count; index++) {
            int tag = in.get();
            skip(
                    switch (tag) {
                        case 1 -> in.getChar();
                        case 7, 8, 16, 19, 20 -> 2;
                        case 15 -> 3;
                        case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
                        case 5, 6 -> 8;
                        default -> throw new IllegalArgumentException("No constant has the tag " + tag);
                    });
            // A long or double takes two places.
            index += tag == 5 || tag == 6 ? 1 : 0;
        }
    }

    private void members() {
        for (int left = in.getChar(); left > 0; left--) {
            skip(MEMBER_HEAD);
            attributes();
        }
    }

    private void attributes() {
        for (int left = in.getChar(); left > 0; left--) {
            in.getChar();
            skip(in.getInt());
        }
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }
}
