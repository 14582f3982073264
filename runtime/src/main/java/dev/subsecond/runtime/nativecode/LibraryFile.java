package dev.subsecond.runtime.nativecode;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.wire.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that this system and processor could load as a shared library.
 *
 * @param path where it is, absolute
 * @param sha256 the digest of its content in hexadecimal digits
 */
public record LibraryFile(Path path, String sha256) {

    /**
     * Looks at a library without loading it.
     *
     * @throws PatchException with {@link Reason#LOAD_FAILED} if it cannot be read, is cut short, is no shared library or
     *     one for another system or processor
     */
    public static LibraryFile read(Path path) throws PatchException {
        try (FileChannel file = FileChannel.open(path)) {
            checkFormat(path);
            if (LibraryFormat.ofThisSystem() == LibraryFormat.ELF) {
                check(path, ElfHeader.read(file), file.size());
            }
            return new LibraryFile(path.toAbsolutePath(), digest(path));
        } catch (IOException e) {
            throw failure(path, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkFormat(Path path) throws IOException, PatchException {
        LibraryFormat own = LibraryFormat.ofThisSystem();
        if (own == LibraryFormat.PE) {
            throw failure(path, "is native code, which this version does not patch on Windows", null);
        }
        LibraryFormat format = LibraryFormat.of(path);
        if (format != own) {
            String found = format == null ? "is no shared library" : "is a library in the format " + format;
            throw failure(path, found + "; this system loads " + own, null);
        }
    }

    private static void check(Path path, ElfHeader header, long size) throws PatchException {
        if (!header.is64Bit() || !header.fitsThisProcessor()) {
            String bits = header.is64Bit() ? "" : "32-bit ";
            String own = System.getProperty("os.arch");
            throw failure(path, "is for " + bits + header.machineName() + "; this JVM runs on " + own, null);
        }
        if (!header.isShared()) {
            throw failure(path, "is an object file or a program, not a shared library: link it with -shared", null);
        }
        if (size < header.length()) {
            throw failure(path, "is cut short: it has " + size + " bytes, its segments need " + header.length(), null);
        }
    }

    private static String digest(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest sha256 = Sha256.digest();
            new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha256.digest());
        }
    }

    private static PatchException failure(Path path, String what, @Nullable Throwable cause) {
        return new PatchException(Reason.LOAD_FAILED, "The patch " + path + " " + what, null, List.of(), cause);
    }
}
