package dev.subsecond.runtime.client;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Does once, before the first patch comes, what costs most the first time: loading and linking the classes of JSON, jars
 * and method handles. Has no other effect.
 */
final class WarmUp {

    private WarmUp() {}

    static void run() {
        try {
            messages();
            manifest(jar());
            handles();
            Thread.getAllStackTraces();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the JDK's own classes work", e);
        }
    }

    private static void messages() {
        JumpTable table = JumpTable.managed(Path.of("p"), new TreeMap<>(Map.of(1L, 2L)), "b", 1, "s");
        Message.Member member = new Message.Member("m", "live", "", List.of());
        Messages.parse(
                Messages.toJson(new Message.Patch(1, "b", table, "s", 1, List.of(member), Map.of("compile", 1.0))));
        Messages.toJson(new Message.Applied(
                1, 1, List.of(new Message.AppliedFunction("i", "n", "o", "p", 0)), Map.of("verify", 1.0), null));
    }

    private static byte[] jar() throws IOException {
        MethodRef body = new MethodRef("C$$Hot1", "m", "()V");
        String id = Addresses.format(Addresses.function("b", "C", "m", "()V"));
        PatchManifest manifest = new PatchManifest(
                PatchManifest.FORMAT,
                "b",
                1,
                List.of(new FunctionPatch(id, id, id, "C", "m", "()V", true, false, false, body, List.of())),
                List.of(),
                List.of(new PatchClass("C$$Hot1", "C", 1, "s")),
                List.of(new HandleRef(HandleKind.INVOKE_STATIC, "C", "C", "m", "()V")),
                List.of());
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.putNextEntry(new ZipEntry(PatchManifest.ENTRY));
            zip.write(manifest.toJson());
        }
        return jar.toByteArray();
    }

    private static void manifest(byte[] jar) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            zip.getNextEntry();
            PatchManifest.parse(zip.readAllBytes());
        }
    }

    /** The combinators of a commit, on a function of this class. */
    private static void handles() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(WarmUp.class, MethodHandles.lookup());
        MethodHandle body = lookup.findStatic(WarmUp.class, "same", MethodType.methodType(Object.class, Object.class));
        MutableCallSite phase = new MutableCallSite(
                MethodHandles.dropArguments(MethodHandles.constant(boolean.class, true), 0, String.class));
        MethodHandle test = MethodHandles.insertArguments(phase.dynamicInvoker(), 0, "");
        MutableCallSite site = new MutableCallSite(MethodHandles.guardWithTest(test, body, body));
        MutableCallSite.syncAll(new MutableCallSite[] {site});
        try {
            Object result = site.dynamicInvoker().invokeExact((Object) "");
            site.setTarget(body.asType(site.type()));
            same(result);
        } catch (Throwable e) {
            throw new ReflectiveOperationException(e);
        }
    }

    private static Object same(Object value) {
        return value;
    }
}
