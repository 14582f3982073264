package dev.subsecond.thinlink.patch;

import dev.subsecond.runtime.wire.PatchManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes patch jars: the manifest first, then the class files. Equal contents make equal bytes. */
public final class PatchJar {

    private PatchJar() {}

    /**
     * Writes a jar.
     *
     * @param classes class files by internal name
     */
    public static byte[] write(PatchManifest manifest, Map<String, byte[]> classes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            put(jar, PatchManifest.ENTRY, manifest.toJson());
            for (Map.Entry<String, byte[]> c : classes.entrySet()) {
                put(jar, c.getKey() + ".class", c.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** Stored, not compressed: the jar lives for milliseconds, and its reader checks lengths before it allocates. */
    private static void put(ZipOutputStream jar, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
