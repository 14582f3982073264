package dev.subsecond.runtime.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Addresses of functions: how they are made and written. */
public final class Addresses {

    private static final long MANAGED = 1L << 63;
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{1,16}");

    private Addresses() {}

    /**
     * The image address of a managed function: the same in every process of the same build, and with its top bit set, so
     * that it is never taken for a place in memory.
     *
     * @param buildId the build of the image
     * @param owner the binary name of the class, with dots
     * @param name the method's name, {@code <init>} for a constructor
     * @param descriptor the method's descriptor, without its receiver
     */
    public static long function(String buildId, String owner, String name, String descriptor) {
        String key = String.join("\0", buildId, owner, name, descriptor);
        byte[] digest = Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong() | MANAGED;
    }

    /** Whether it is an address of managed code, which is not a place in memory. */
    public static boolean isManaged(long address) {
        return address < 0;
    }

    /** The address as {@code 0x} and sixteen hexadecimal digits. */
    public static String format(long address) {
        return "0x" + HexFormat.of().toHexDigits(address);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if the text is not {@code 0x} with one to sixteen hexadecimal digits
     */
    public static long parse(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an address (0x and 1 to 16 hexadecimal digits): " + text);
        }
        return Long.parseUnsignedLong(text, 2, text.length(), 16);
    }
}
