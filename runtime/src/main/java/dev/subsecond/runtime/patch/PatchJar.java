package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import dev.subsecond.runtime.wire.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A patch file in memory, every byte of it accounted for: what it is announced to be, and nothing else.
 *
 * <p>A patch is code, so nothing of it is believed. The size of a file or an entry is bounded before its bytes are read,
 * and each class has the length and the digest that the manifest says.
 *
 * @param manifest its table of contents
 * @param classes the class files by the binary names that the manifest gives them
 */
record PatchJar(PatchManifest manifest, Map<String, byte[]> classes) {

    private static final int MAX_JAR = 64 << 20;
    private static final int MAX_MANIFEST = 32 << 20;
    private static final int MAX_CLASS = 16 << 20;
    private static final long MAX_CLASSES = 128L << 20;

    /** Reads the file that {@code table} names. */
    static PatchJar read(JumpTable table) throws PatchException {
        byte[] jar = bytes(table.lib());
        if (table.sha256().isPresent() && !table.sha256().get().equalsIgnoreCase(Sha256.hex(jar))) {
            throw new PatchException(
                    Reason.INTEGRITY, "The patch " + table.lib() + " is not the file that was announced (SHA-256)");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            PatchManifest manifest = manifest(zip);
            return new PatchJar(manifest, classes(zip, manifest));
        } catch (IOException | RuntimeException e) {
            throw new PatchException(Reason.LOAD_FAILED, "The patch is unreadable: " + e.getMessage(), null, none(), e);
        }
    }

    /** The bytes of a class that the manifest lists. */
    byte[] classFile(PatchClass listed) {
        return Objects.requireNonNull(classes.get(listed.name()), listed.name());
    }

    /** A file may grow after its size was asked for, and what is no file may have no end. */
    private static byte[] bytes(Path file) throws PatchException {
        if (!Files.isRegularFile(file)) {
            throw new PatchException(Reason.LOAD_FAILED, "There is no patch file " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            byte[] bytes = size > MAX_JAR ? new byte[0] : in.readNBytes(MAX_JAR + 1);
            if (size > MAX_JAR || bytes.length > MAX_JAR) {
                throw new PatchException(
                        Reason.INTEGRITY, "The patch " + file + " has more than " + MAX_JAR + " bytes, the limit");
            }
            return bytes;
        } catch (IOException e) {
            throw new PatchException(Reason.LOAD_FAILED, "The patch cannot be read: " + e, null, none(), e);
        }
    }

    private static PatchManifest manifest(ZipInputStream zip) throws IOException, PatchException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(PatchManifest.ENTRY)) {
            throw new PatchException(
                    Reason.LOAD_FAILED, "The file is no patch: its first entry is not " + PatchManifest.ENTRY);
        }
        return PatchManifest.parse(content(zip, first, MAX_MANIFEST));
    }

    private static Map<String, byte[]> classes(ZipInputStream zip, PatchManifest manifest)
            throws IOException, PatchException {
        Map<String, PatchClass> expected = expected(manifest);
        Map<String, byte[]> classes = new HashMap<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            PatchClass announced = expected.remove(entry.getName());
            if (announced == null) {
                throw integrity("has an entry that is not announced, or twice: " + entry.getName());
            }
            classes.put(announced.name(), checked(content(zip, entry, (int) announced.length()), announced));
        }
        if (!expected.isEmpty()) {
            throw integrity("lacks " + String.join(", ", expected.keySet()));
        }
        return classes;
    }

    /** The announced classes by the names of their entries. */
    private static Map<String, PatchClass> expected(PatchManifest manifest) throws PatchException {
        Map<String, PatchClass> expected = new HashMap<>();
        long total = 0;
        for (PatchClass announced : manifest.classes()) {
            total += announced.length();
            if (announced.length() < 0 || announced.length() > MAX_CLASS || total > MAX_CLASSES) {
                throw integrity("announces classes of more than " + MAX_CLASSES + " bytes");
            }
            if (expected.put(announced.name().replace('.', '/') + ".class", announced) != null) {
                throw integrity("announces " + announced.name() + " twice");
            }
        }
        return expected;
    }

    private static byte[] checked(byte[] classFile, PatchClass announced) throws PatchException {
        boolean asAnnounced =
                classFile.length == announced.length() && announced.sha256().equalsIgnoreCase(Sha256.hex(classFile));
        if (!asAnnounced) {
            throw integrity("has another class " + announced.name() + " than announced (length or SHA-256)");
        }
        return classFile;
    }

    private static byte[] content(ZipInputStream zip, ZipEntry entry, int limit) throws IOException, PatchException {
        byte[] content = zip.readNBytes(limit + 1);
        if (content.length > limit) {
            throw integrity("has the entry " + entry.getName() + " with more than the announced or allowed " + limit
                    + " bytes");
        }
        return content;
    }

    private static PatchException integrity(String what) {
        return new PatchException(Reason.INTEGRITY, "The patch " + what);
    }

    private static List<String> none() {
        return List.of();
    }
}
