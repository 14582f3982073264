package dev.subsecond.it;

import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.Linker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Spoils each patch that is made from a class with the text {@code CORRUPT}: its code cannot be verified. */
final class CorruptingLinker implements Linker {

    private static final String MARK = "CORRUPT";

    private final Linker linker;

    CorruptingLinker(Linker linker) {
        this.linker = linker;
    }

    @Override
    public LinkResult link(long sequence, Changes changes) {
        LinkResult result = linker.link(sequence, changes);
        boolean marked = changes.compiled().values().stream()
                .anyMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(MARK));
        Optional<LinkedPatch> patch = marked ? result.patch().map(CorruptingLinker::corrupt) : result.patch();
        return new LinkResult(patch, result.members(), result.carried(), result.timings());
    }

    @Override
    public void applied(long sequence) {
        linker.applied(sequence);
    }

    @Override
    public void rejected(long sequence) {
        linker.rejected(sequence);
    }

    @Override
    public void rolledBack(long sequence) {
        linker.rolledBack(sequence);
    }

    private static LinkedPatch corrupt(LinkedPatch patch) {
        try {
            Map<String, byte[]> entries = entries(patch.jar());
            PatchManifest manifest = PatchManifest.parse(entries.getOrDefault(PatchManifest.ENTRY, new byte[0]));
            entries.replaceAll((name, bytes) -> name.endsWith(".class") ? corrupt(bytes) : bytes);
            entries.put(PatchManifest.ENTRY, withDigests(manifest, entries).toJson());
            return new LinkedPatch(patch.sequence(), jar(entries), patch.jumpTable(), patch.overlay());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A method that returns from an empty stack. */
    private static byte[] corrupt(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitEnd() {
                                MethodVisitor method =
                                        visitMethod(Opcodes.ACC_STATIC, "corrupt", "()Ljava/lang/Object;", null, null);
                                method.visitCode();
                                method.visitInsn(Opcodes.ARETURN);
                                method.visitMaxs(1, 0);
                                method.visitEnd();
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    private static PatchManifest withDigests(PatchManifest manifest, Map<String, byte[]> entries) {
        return new PatchManifest(
                manifest.format(),
                manifest.buildId(),
                manifest.sequence(),
                manifest.functions(),
                manifest.families(),
                manifest.classes().stream()
                        .map(one -> withDigest(
                                one, entries.getOrDefault(one.name().replace('.', '/') + ".class", new byte[0])))
                        .toList(),
                manifest.handles(),
                manifest.onPatch());
    }

    private static PatchClass withDigest(PatchClass one, byte[] bytes) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new PatchClass(one.name(), one.host(), bytes.length, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> entries(byte[] jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] jar(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
