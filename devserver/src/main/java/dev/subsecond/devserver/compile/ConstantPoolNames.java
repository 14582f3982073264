package dev.subsecond.devserver.compile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Finds every class that a class file names, from its constant pool alone: instructions, descriptors, generic signatures,
 * annotations. A string constant that looks like a descriptor counts too, which costs at most a compilation too many.
 */
final class ConstantPoolNames {

    private static final int CONSTANT_UTF8 = 1;
    private static final int CONSTANT_CLASS = 7;

    private final byte[] classFile;
    private final ClassReader reader;
    private final Set<String> names;
    private final char[] buffer;

    private ConstantPoolNames(byte[] classFile, ClassReader reader, Set<String> names) {
        this.classFile = classFile;
        this.reader = reader;
        this.names = names;
        this.buffer = new char[reader.getMaxStringLength()];
    }

    /** Adds the binary names to {@code names}. */
    static void collect(byte[] classFile, ClassReader reader, Set<String> names) {
        new ConstantPoolNames(classFile, reader, names).collect();
    }

    private void collect() {
        for (int index = 1; index < reader.getItemCount(); index++) {
            int contentOffset = reader.getItem(index);
            if (contentOffset > 0) {
                collect(contentOffset);
            }
        }
    }

    private void collect(int contentOffset) {
        int tag = reader.readByte(contentOffset - 1);
        if (tag == CONSTANT_CLASS) {
            className(reader.readUTF8(contentOffset, buffer));
        } else if (tag == CONSTANT_UTF8) {
            text(contentOffset);
        }
    }

    private void className(String internalName) {
        if (internalName.startsWith("[")) {
            descriptors(internalName, names);
        } else {
            names.add(internalName.replace('/', '.'));
        }
    }

    private void text(int contentOffset) {
        int length = reader.readUnsignedShort(contentOffset);
        if (containsDescriptor(contentOffset + 2, length)) {
            descriptors(decode(contentOffset, length), names);
        }
    }

    private boolean containsDescriptor(int start, int length) {
        boolean begun = false;
        for (int at = start; at < start + length; at++) {
            int value = reader.readByte(at);
            if (value == 'L') {
                begun = true;
            } else if (begun && (value == ';' || value == '<')) {
                return true;
            }
        }
        return false;
    }

    private String decode(int contentOffset, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile, contentOffset, length + 2))) {
            return in.readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException("Not a class file", e);
        }
    }

    /** Adds the binary names of the classes that a descriptor or a generic signature names. */
    static void descriptors(String text, Set<String> names) {
        int start = text.indexOf('L');
        while (start >= 0) {
            int end = start + 1;
            while (end < text.length() && partOfName(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && end > start + 1) {
                names.add(text.substring(start + 1, end).replace('/', '.'));
            }
            start = text.indexOf('L', end);
        }
    }

    private static boolean partOfName(char value) {
        return value != ';' && value != '<' && value != '.' && value != '(' && value != ')' && value != ':';
    }
}
