package dev.subsecond.runtime.nativecode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Map;

/**
 * What an ELF file says of itself. Read before the file is loaded, because the dynamic linker's own words for a wrong
 * machine are hard to understand, and because it takes the JVM down with it when a segment ends before it should.
 *
 * @param is64Bit whether its addresses have 64 bits
 * @param machine the number of the processor architecture
 * @param isShared whether it is a shared object, and not an object file or a program at a fixed address
 * @param length how many bytes the file must have at least
 */
record ElfHeader(boolean is64Bit, int machine, boolean isShared, long length) {

    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;
    private static final int SHARED_OBJECT = 3;
    private static final int LOADED_SEGMENT = 1;

    private static final Map<Integer, String> MACHINES = Map.of(
            3,
            "x86",
            8,
            "MIPS",
            20,
            "PowerPC",
            21,
            "PowerPC64",
            22,
            "S/390",
            40,
            "ARM",
            62,
            "x86-64",
            183,
            "AArch64",
            243,
            "RISC-V",
            258,
            "LoongArch");

    private static final Map<String, Integer> ARCHITECTURES = Map.of(
            "amd64",
            62,
            "x86_64",
            62,
            "aarch64",
            183,
            "ppc64",
            21,
            "ppc64le",
            21,
            "s390x",
            22,
            "riscv64",
            243,
            "loongarch64",
            258);

    /** @throws IOException if the file cannot be read or its header is cut short */
    static ElfHeader read(FileChannel file) throws IOException {
        ByteBuffer header = bytes(file, 0, HEADER);
        boolean is64Bit = header.get(4) == CLASS_64;
        ByteOrder order = header.get(5) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        header.order(order);
        boolean isShared = header.getShort(16) == SHARED_OBJECT;
        long length = is64Bit && isShared ? segmentsEnd(file, header) : HEADER;
        return new ElfHeader(is64Bit, Short.toUnsignedInt(header.getShort(18)), isShared, length);
    }

    /** Its machine in words. */
    String machineName() {
        return MACHINES.getOrDefault(machine, "an unknown machine") + " (ELF machine " + machine + ")";
    }

    /** Whether this JVM's processor runs it; also said of an architecture that is not known here. */
    boolean fitsThisProcessor() {
        return ARCHITECTURES.getOrDefault(System.getProperty("os.arch", ""), machine) == machine;
    }

    private static long segmentsEnd(FileChannel file, ByteBuffer header) throws IOException {
        long place = header.getLong(32);
        int count = Short.toUnsignedInt(header.getShort(56));
        ByteBuffer segments = bytes(file, place, count * PROGRAM_HEADER).order(header.order());
        long end = HEADER;
        for (int at = 0; at < segments.limit(); at += PROGRAM_HEADER) {
            if (segments.getInt(at) == LOADED_SEGMENT) {
                end = Math.max(end, end(segments.getLong(at + 8), segments.getLong(at + 32)));
            }
        }
        return end;
    }

    /** Sums beyond what a file can have are as wrong as any end behind the file's. */
    private static long end(long offset, long length) {
        long end = offset + length;
        return offset < 0 || length < 0 || end < 0 ? Long.MAX_VALUE : end;
    }

    private static ByteBuffer bytes(FileChannel file, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && place >= 0) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                break;
            }
        }
        if (bytes.hasRemaining()) {
            throw new IOException("its header is cut short");
        }
        return bytes.flip();
    }
}
