package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.runtime.wire.FamilyPatch;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.OnPatchMethod;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import dev.subsecond.runtime.wire.VersionBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a patch jar by hand; every part of it can be made wrong. */
final class TestPatch {

    static final String BUILD = "";

    final long sequence;
    String buildId = BUILD;
    final List<FunctionPatch> functions = new ArrayList<>();
    final List<FamilyPatch> families = new ArrayList<>();
    final List<PatchClass> classes = new ArrayList<>();
    final List<HandleRef> handles = new ArrayList<>();
    final List<OnPatchMethod> onPatch = new ArrayList<>();
    final Map<String, byte[]> entries = new LinkedHashMap<>();

    TestPatch(long sequence) {
        this.sequence = sequence;
    }

    /** Adds compiled classes beside {@code host}. */
    TestPatch classes(String host, Map<String, byte[]> compiled) {
        new TreeMap<>(compiled).forEach((name, bytes) -> {
            classes.add(new PatchClass(name, host, bytes.length, sha256(bytes)));
            entries.put(name.replace('.', '/') + ".class", bytes);
        });
        return this;
    }

    /** New code of a method of the image: the method of the same name in {@code body}. */
    TestPatch function(String owner, String name, String descriptor, boolean isStatic, String body) {
        return function(
                owner, name, descriptor, isStatic, false, body, imageAddress(owner, name, descriptor) + sequence);
    }

    /** A function that only the table has. */
    TestPatch added(String owner, String name, String descriptor, boolean isStatic, String body) {
        return function(
                owner, name, descriptor, isStatic, true, body, imageAddress(owner, name, descriptor) + sequence);
    }

    TestPatch function(
            String owner, String name, String descriptor, boolean isStatic, boolean added, String body, long pointer) {
        String bodyName = name.equals("<init>") ? "init" : name;
        functions.add(new FunctionPatch(
                id(owner, name, descriptor),
                Addresses.format(pointer),
                Addresses.format(pointer),
                owner,
                name,
                descriptor,
                isStatic,
                added,
                false,
                new MethodRef(body, bodyName, withReceiver(owner, descriptor, isStatic)),
                List.of()));
        return this;
    }

    /** Another pointer for a method of the image, whose own code stays what it is. */
    TestPatch pointerOnly(String owner, String name, String descriptor, boolean isStatic, long pointer, long content) {
        functions.add(new FunctionPatch(
                id(owner, name, descriptor),
                Addresses.format(pointer),
                Addresses.format(content),
                owner,
                name,
                descriptor,
                isStatic,
                false,
                true,
                null,
                List.of()));
        return this;
    }

    /** Gives the function added last a further version. */
    TestPatch version(long pointer, String bodyName) {
        FunctionPatch f = functions.remove(functions.size() - 1);
        MethodRef newest = Objects.requireNonNull(f.body(), "body");
        MethodRef body = new MethodRef(newest.owner(), bodyName, newest.descriptor());
        functions.add(new FunctionPatch(
                f.id(),
                f.pointer(),
                f.content(),
                f.owner(),
                f.name(),
                f.descriptor(),
                f.isStatic(),
                f.added(),
                f.hot(),
                f.body(),
                List.of(new VersionBody(Addresses.format(pointer), body))));
        return this;
    }

    TestPatch family(String id, String root, String name, String descriptor, FamilyMember... members) {
        families.add(new FamilyPatch(id, root, name, descriptor, List.of(members)));
        return this;
    }

    TestPatch handle(HandleKind kind, String host, String owner, String name, String descriptor) {
        handles.add(new HandleRef(kind, host, owner, name, descriptor));
        return this;
    }

    /** A method with {@code @OnPatch}; the id is null if its class declares it. */
    TestPatch onPatch(String owner, String name, @Nullable String functionId) {
        onPatch.add(new OnPatchMethod(owner, name, functionId));
        return this;
    }

    /** Writes the jar and the table that announces it. */
    JumpTable write(Path folder) {
        Path jar = folder.resolve("patch-" + sequence + ".jar");
        byte[] bytes = jar(new ArrayList<>(entries.entrySet()));
        try {
            Files.write(jar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JumpTable.managed(jar, map(), buildId, sequence, sha256(bytes));
    }

    byte[] jar(List<Map.Entry<String, byte[]>> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, PatchManifest.ENTRY, manifest().toJson());
            for (Map.Entry<String, byte[]> entry : content) {
                put(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    SortedMap<Long, Long> map() {
        SortedMap<Long, Long> map = new TreeMap<>(Long::compareUnsigned);
        functions.forEach(f -> map.put(Addresses.parse(f.id()), Addresses.parse(f.pointer())));
        return map;
    }

    static long imageAddress(String owner, String name, String descriptor) {
        return Addresses.function(BUILD, owner, name, descriptor);
    }

    static String id(String owner, String name, String descriptor) {
        return Addresses.format(imageAddress(owner, name, descriptor));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    PatchManifest manifest() {
        return new PatchManifest(
                PatchManifest.FORMAT, buildId, sequence, functions, families, classes, handles, onPatch);
    }

    private static String withReceiver(String owner, String descriptor, boolean isStatic) {
        return isStatic ? descriptor : "(L" + owner.replace('.', '/') + ";" + descriptor.substring(1);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
