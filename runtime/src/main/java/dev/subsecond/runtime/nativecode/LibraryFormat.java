package dev.subsecond.runtime.nativecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The formats of shared libraries, told apart by how a file begins. */
public enum LibraryFormat {
    /** Linux and the other free systems. */
    ELF,
    /** macOS. */
    MACH_O,
    /** Windows. */
    PE;

    private static final int MAGIC_LENGTH = 8;

    private static final int ELF_MAGIC = 0x7f454c46;
    private static final int MACH_O_FAT = 0xcafebabe;
    private static final short PE_MAGIC = 0x4d5a;

    /** Class files begin as fat Mach-O files do; where those count their parts, class files have a version of 45 at least. */
    private static final int FIRST_CLASS_FILE = 45;

    /**
     * The format of a file, by its first bytes.
     *
     * @return null if it is none of these
     */
    public static @Nullable LibraryFormat of(Path file) throws IOException {
        byte[] magic;
        try (InputStream in = Files.newInputStream(file)) {
            magic = in.readNBytes(MAGIC_LENGTH);
        }
        return magic.length < MAGIC_LENGTH ? null : of(magic);
    }

    private static @Nullable LibraryFormat of(byte[] magic) {
        ByteBuffer bytes = ByteBuffer.wrap(magic);
        return switch (bytes.getInt(0)) {
            case ELF_MAGIC -> ELF;
            case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe -> MACH_O;
            case MACH_O_FAT -> bytes.getInt(4) < FIRST_CLASS_FILE ? MACH_O : null;
            default -> bytes.getShort(0) == PE_MAGIC ? PE : null;
        };
    }

    /** The format that this system loads. */
    static LibraryFormat ofThisSystem() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows")) {
            return PE;
        }
        return system.startsWith("Mac") ? MACH_O : ELF;
    }
}
