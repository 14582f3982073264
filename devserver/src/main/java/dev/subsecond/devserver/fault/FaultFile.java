package dev.subsecond.devserver.fault;

import dev.subsecond.thinlink.Changes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link FaultRecord} as a zip: {@code image/}, {@code libraries/} and a folder for each call, such as
 * {@code 0002-applied-1/}. It holds class files of the user, so only the user may read it.
 */
final class FaultFile {

    private static final String IMAGE = "image/";
    private static final String LIBRARIES = "libraries/";
    private static final String BUILD = "build.txt";
    private static final String DELETED = "deleted.txt";
    private static final String LINK = "link";
    private static final String CLASS = ".class";

    private FaultFile() {}

    /**
     * Writes a new file into the folder for temporary files.
     *
     * @throws IOException if it cannot be written
     */
    static Path write(FaultRecord fault) throws IOException {
        Path file = Files.createTempFile("subsecond-linker-fault-", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                write(zip, fault);
            }
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void write(ZipOutputStream zip, FaultRecord fault) throws IOException {
        put(zip, BUILD, fault.buildId().getBytes(StandardCharsets.UTF_8));
        putClasses(zip, IMAGE, fault.image());
        putClasses(zip, LIBRARIES, fault.libraries());
        for (int i = 0; i < fault.calls().size(); i++) {
            write(zip, i, fault.calls().get(i));
        }
    }

    private static void write(ZipOutputStream zip, int number, LinkerCall call) throws IOException {
        if (call instanceof LinkerCall.Link link) {
            String folder = folder(number, LINK, link.sequence());
            put(zip, folder, new byte[0]);
            putClasses(zip, folder, link.changes().compiled());
            put(
                    zip,
                    folder + DELETED,
                    String.join("\n", link.changes().deleted()).getBytes(StandardCharsets.UTF_8));
        } else if (call instanceof LinkerCall.Told told) {
            put(zip, folder(number, told.outcome().name().toLowerCase(Locale.ROOT), told.sequence()), new byte[0]);
        }
    }

    private static String folder(int number, String what, long sequence) {
        return "%04d-%s-%d/".formatted(number, what, sequence);
    }

    private static void putClasses(ZipOutputStream zip, String folder, Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> c : new TreeMap<>(classes).entrySet()) {
            put(zip, folder + c.getKey() + CLASS, c.getValue());
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is none of {@link #write}
     */
    static FaultRecord read(Path file) throws IOException {
        Map<String, Map<String, byte[]>> folders = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                int slash = entry.getName().indexOf('/') + 1;
                Map<String, byte[]> folder =
                        folders.computeIfAbsent(entry.getName().substring(0, slash), name -> new HashMap<>());
                folder.put(entry.getName().substring(slash), zip.readAllBytes());
            }
        }
        byte[] build = folders.getOrDefault("", Map.of()).get(BUILD);
        if (build == null) {
            throw new IOException(file + " is no record of a fault of the linker");
        }
        String buildId = new String(build, StandardCharsets.UTF_8);
        folders.remove("");
        Map<String, byte[]> image = classes(folders.remove(IMAGE));
        Map<String, byte[]> libraries = classes(folders.remove(LIBRARIES));
        List<LinkerCall> calls = new ArrayList<>();
        folders.forEach((name, content) -> calls.add(call(name, content)));
        return new FaultRecord(buildId, image, libraries, calls);
    }

    private static LinkerCall call(String folder, Map<String, byte[]> content) {
        String[] parts = folder.substring(0, folder.length() - 1).split("-", 3);
        long sequence = Long.parseLong(parts[2]);
        if (!parts[1].equals(LINK)) {
            return new LinkerCall.Told(LinkerCall.Outcome.valueOf(parts[1].toUpperCase(Locale.ROOT)), sequence);
        }
        Set<String> deleted = new HashSet<>();
        new String(content.get(DELETED), StandardCharsets.UTF_8).lines().forEach(deleted::add);
        return new LinkerCall.Link(sequence, new Changes(classes(content), deleted));
    }

    private static Map<String, byte[]> classes(@Nullable Map<String, byte[]> folder) {
        Map<String, byte[]> classes = new HashMap<>();
        if (folder != null) {
            folder.forEach((name, bytes) -> {
                if (name.endsWith(CLASS)) {
                    classes.put(name.substring(0, name.length() - CLASS.length()), bytes);
                }
            });
        }
        return classes;
    }
}
