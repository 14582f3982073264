package dev.subsecond.runtime.client;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Does once, before the first patch comes, what costs most the first time: loading and linking the JSON classes. */
final class WarmUp {

    private WarmUp() {}

    static void run() {
        messages();
        manifest();
        Thread.getAllStackTraces();
    }

    private static void messages() {
        JumpTable table = JumpTable.managed(Path.of("p"), new TreeMap<>(Map.of(1L, 2L)), "b", 1, "s");
        Message.Member member = new Message.Member("m", "live", "", List.of());
        Messages.parse(
                Messages.toJson(new Message.Patch(1, "b", table, "s", 1, List.of(member), Map.of("compile", 1.0))));
        Messages.toJson(new Message.Applied(
                1, 1, List.of(new Message.AppliedFunction("i", "n", "o", "p", 0)), Map.of("verify", 1.0)));
    }

    private static void manifest() {
        MethodRef body = new MethodRef("C$$Hot1", "m", "()V");
        PatchManifest.parse(new PatchManifest(
                        PatchManifest.FORMAT,
                        "b",
                        1,
                        List.of(new FunctionPatch("i", "p", "C", "m", "()V", true, false, false, body, List.of())),
                        List.of(),
                        List.of(new PatchClass("C$$Hot1", "C", 1, "s")),
                        List.of(new HandleRef(HandleKind.INVOKE_STATIC, "C", "C", "m", "()V")))
                .toJson());
    }
}
