package dev.subsecond.runtime.patch;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Makes bytes wrong at a few places. */
final class ByteMutation {

    private static final int[] EDGES = {0, 1, 0x7f, 0x80, 0xff};

    private final SplittableRandom random;

    ByteMutation(SplittableRandom random) {
        this.random = random;
    }

    byte[] mutate(byte[] original) {
        byte[] bytes = original.clone();
        return switch (random.nextInt(10)) {
            case 0 -> truncated(bytes);
            case 1 -> without(bytes);
            case 2 -> with(bytes);
            case 3 -> copied(bytes);
            case 4 -> swapped(bytes);
            case 5 -> edge(bytes);
            case 6 -> number(bytes);
            case 7 -> flipped(bytes, 2 + random.nextInt(7));
            default -> flipped(bytes, 1);
        };
    }

    private byte[] truncated(byte[] bytes) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private byte[] without(byte[] bytes) {
        int length = 1 + random.nextInt(4);
        int at = random.nextInt(bytes.length - length);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, shorter, at, bytes.length - length - at);
        return shorter;
    }

    private byte[] with(byte[] bytes) {
        int length = 1 + random.nextInt(4);
        int at = random.nextInt(bytes.length);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        for (int i = 0; i < length; i++) {
            longer[at + i] = (byte) random.nextInt(256);
        }
        return longer;
    }

    private byte[] copied(byte[] bytes) {
        int length = 1 + random.nextInt(Math.min(24, bytes.length / 2));
        int from = random.nextInt(bytes.length - length);
        System.arraycopy(bytes, from, bytes, random.nextInt(bytes.length - length), length);
        return bytes;
    }

    private byte[] swapped(byte[] bytes) {
        int one = random.nextInt(bytes.length);
        int other = random.nextInt(bytes.length);
        byte held = bytes[one];
        bytes[one] = bytes[other];
        bytes[other] = held;
        return bytes;
    }

    private byte[] edge(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] = (byte) EDGES[random.nextInt(EDGES.length)];
        return bytes;
    }

    /** Two bytes become a small number: an index into the constant pool, a length, an offset, a flag. */
    private byte[] number(byte[] bytes) {
        int at = random.nextInt(bytes.length - 1);
        bytes[at] = 0;
        bytes[at + 1] = (byte) random.nextInt(128);
        return bytes;
    }

    private byte[] flipped(byte[] bytes, int times) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
