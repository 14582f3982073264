package dev.subsecond.runtime.launch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.OnPatchMethod;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A patch for static methods of a {@link ChildJvm}'s class {@code Main} of build {@code b1}, compiled by javac. */
public final class MainPatch {

    private static final String BUILD = "b1";

    private final Path folder;
    private final long sequence;
    private final StringBuilder methods = new StringBuilder();
    private final List<FunctionPatch> functions = new ArrayList<>();
    private final List<OnPatchMethod> onPatch = new ArrayList<>();
    private String buildId = BUILD;

    /** @param folder may be that of other patches, but not that of the program */
    public MainPatch(Path folder, long sequence) {
        this.folder = folder;
        this.sequence = sequence;
    }

    /** Says that it is for another build. */
    public MainPatch build(String other) {
        buildId = other;
        return this;
    }

    /** Has {@code Main.name} called when the patch is live. */
    public MainPatch onPatch(String name) {
        onPatch.add(new OnPatchMethod("Main", name, null));
        return this;
    }

    /** New code of the method. */
    public MainPatch method(String name, String descriptor, String source) {
        methods.append(source).append('\n');
        String pointer = pointer(functions.size());
        functions.add(new FunctionPatch(
                id(name, descriptor),
                pointer,
                pointer,
                "Main",
                name,
                descriptor,
                true,
                false,
                true,
                new MethodRef(className(), name, descriptor),
                List.of()));
        return this;
    }

    /** The pointer that the patch gives to the function that was added as the n-th, from 0. */
    public String pointer(int n) {
        return "0x80000000000%03x%02x".formatted(sequence, n);
    }

    public static String id(String name, String descriptor) {
        return Addresses.format(Addresses.function(BUILD, "Main", name, descriptor));
    }

    public String className() {
        return "Main$$Hot" + sequence;
    }

    /** Writes the jar and the message that announces it. */
    public Message.Patch write() throws IOException {
        JumpTable table = writeTable();
        byte[] jar = Files.readAllBytes(table.lib());
        return new Message.Patch(sequence, buildId, table, sha256(jar), jar.length, List.of(), Map.of());
    }

    /** Writes the jar and its jump table. */
    public JumpTable writeTable() throws IOException {
        ChildJvm.compile(folder, "class " + className() + " {\n" + methods + "}", "--release", "17");
        byte[] code = Files.readAllBytes(folder.resolve(className() + ".class"));
        PatchManifest manifest = new PatchManifest(
                PatchManifest.FORMAT,
                buildId,
                sequence,
                functions,
                List.of(),
                List.of(new PatchClass(className(), "Main", code.length, sha256(code))),
                List.of(),
                onPatch);
        Path jar = folder.resolve("patch-" + sequence + "-" + buildId + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(PatchManifest.ENTRY));
            zip.write(manifest.toJson());
            zip.putNextEntry(new ZipEntry(className() + ".class"));
            zip.write(code);
        }
        TreeMap<Long, Long> map = new TreeMap<>();
        functions.forEach(f -> map.put(Addresses.parse(f.id()), Addresses.parse(f.pointer())));
        return JumpTable.managed(jar, map, buildId, sequence, sha256(Files.readAllBytes(jar)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
