package dev.subsecond.runtime.patch;

import static java.util.Objects.requireNonNull;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A good patch with one thing wrong.
 *
 * @param kind which part of it was changed
 * @param table the announcement as JSON; it may not be one any more
 */
record Mutant(Kind kind, String table) {

    /** What is changed, and in how many of a hundred cases. */
    enum Kind {
        /** Bytes of a class, in a jar whose lengths and digests are right again: what only the JVM can refuse. */
        CLASS(60),
        /** A value of the manifest, in a jar and under a table that mostly agree with it. */
        MANIFEST(16),
        /** Bytes of the jar. */
        JAR(8),
        /** Names, order and number of the jar's entries. */
        ENTRIES(6),
        /** A value of the table. */
        TABLE(10);

        private final int percent;

        Kind(int percent) {
            this.percent = percent;
        }

        static Kind of(int hundredth) {
            int rest = hundredth;
            for (Kind kind : values()) {
                rest -= kind.percent;
                if (rest < 0) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("The shares do not make a hundred");
        }
    }

    /** Changes the patch and writes its file. */
    static Mutant of(TestPatch patch, SplittableRandom random, Path file) {
        Kind kind = Kind.of(random.nextInt(100));
        return new Mutant(kind, new Maker(patch, random, file).make(kind));
    }

    private static final class Maker {

        private final TestPatch patch;
        private final SplittableRandom random;
        private final Path file;
        private SortedMap<Long, Long> map;

        Maker(TestPatch patch, SplittableRandom random, Path file) {
            this.patch = patch;
            this.random = random;
            this.file = file;
            this.map = patch.map();
        }

        String make(Kind kind) {
            return switch (kind) {
                case CLASS -> {
                    changeClass();
                    yield write(jar(patch.manifest().toJson(), entries()), true);
                }
                case MANIFEST -> write(jar(manifest(), entries()), true);
                case JAR -> {
                    byte[] jar = jar(patch.manifest().toJson(), entries());
                    yield write(new ByteMutation(random).mutate(jar), random.nextInt(5) > 0);
                }
                case ENTRIES -> write(rearranged(), true);
                case TABLE ->
                    new JsonMutation(random).mutate(write(jar(patch.manifest().toJson(), entries()), true));
            };
        }

        private void changeClass() {
            int index = random.nextInt(patch.classes.size());
            PatchClass announced = patch.classes.get(index);
            String entry = entry(announced.name());
            byte[] bytes = new ByteMutation(random).mutate(requireNonNull(patch.entries.get(entry)));
            patch.entries.put(entry, bytes);
            patch.classes.set(
                    index, new PatchClass(announced.name(), announced.host(), bytes.length, TestPatch.sha256(bytes)));
        }

        private byte[] manifest() {
            String json = new String(patch.manifest().toJson(), StandardCharsets.UTF_8);
            byte[] changed = new JsonMutation(random).mutate(json).getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(4) > 0) {
                agreeWith(changed);
            }
            return changed;
        }

        /** The table says what the manifest does, so that more than their agreement is tried. */
        private void agreeWith(byte[] manifest) {
            try {
                SortedMap<Long, Long> agreed = new TreeMap<>(Long::compareUnsigned);
                PatchManifest.parse(manifest)
                        .functions()
                        .forEach(f -> agreed.put(Addresses.parse(f.id()), Addresses.parse(f.pointer())));
                map = agreed;
            } catch (IllegalArgumentException e) {
                // Nothing can agree with it.
            }
        }

        private byte[] rearranged() {
            byte[] manifest = patch.manifest().toJson();
            List<Map.Entry<String, byte[]>> entries = entries();
            Map.Entry<String, byte[]> first = entries.get(0);
            Map.Entry<String, byte[]> second = entries.get(1);
            switch (random.nextInt(9)) {
                case 0 -> {
                    entries.set(0, Map.entry(first.getKey(), second.getValue()));
                    entries.set(1, Map.entry(second.getKey(), first.getValue()));
                }
                case 1 -> entries.remove(random.nextInt(entries.size()));
                case 2 -> entries.add(0, Map.entry("../" + first.getKey(), first.getValue()));
                case 3 -> entries.set(0, Map.entry("/" + first.getKey(), first.getValue()));
                case 4 ->
                    entries.set(0, Map.entry(first.getKey().toLowerCase(java.util.Locale.ROOT), first.getValue()));
                case 5 -> entries.add(Map.entry("META-INF/subsecond/other", new byte[random.nextInt(100)]));
                case 6 -> {
                    return twice(manifest, entries, first.getKey());
                }
                case 7 -> {
                    return zip(List.of(first, Map.entry(PatchManifest.ENTRY, manifest), second));
                }
                default -> entries.add(0, entries.remove(1));
            }
            return jar(manifest, entries);
        }

        /** An entry of the same name, which no zip writer would write. */
        private static byte[] twice(byte[] manifest, List<Map.Entry<String, byte[]>> entries, String name) {
            String other = name.replace(".class", ".clas_");
            entries.add(Map.entry(other, new byte[] {1}));
            String jar = new String(jar(manifest, entries), StandardCharsets.ISO_8859_1);
            return jar.replace(other, name).getBytes(StandardCharsets.ISO_8859_1);
        }

        private List<Map.Entry<String, byte[]>> entries() {
            return new ArrayList<>(patch.entries.entrySet());
        }

        private String write(byte[] jar, boolean announced) {
            try {
                Files.write(file, jar);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String sha256 = TestPatch.sha256(announced ? jar : new byte[0]);
            return JumpTable.managed(file, map, patch.buildId, patch.sequence, sha256)
                    .toJson();
        }

        private static String entry(String className) {
            return className.replace('.', '/') + ".class";
        }

        private static byte[] jar(byte[] manifest, List<Map.Entry<String, byte[]>> entries) {
            List<Map.Entry<String, byte[]>> all = new ArrayList<>(entries);
            all.add(0, Map.entry(PatchManifest.ENTRY, manifest));
            return zip(all);
        }

        private static byte[] zip(List<Map.Entry<String, byte[]>> entries) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.setLevel(1);
                for (Map.Entry<String, byte[]> entry : entries) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
