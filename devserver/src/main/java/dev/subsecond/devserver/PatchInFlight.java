package dev.subsecond.devserver;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Sha256;
import dev.subsecond.thinlink.Carried;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.MemberVerdict;
import java.nio.file.Path;
import java.util.List;

/**
 * A patch that is sent and not yet answered.
 *
 * @param sequence its number
 * @param files the files it came from
 * @param members what the linker expects of it
 * @param carried what else is in it
 * @param clock its times
 */
record PatchInFlight(
        long sequence, List<Path> files, List<MemberVerdict> members, List<Carried> carried, SaveClock clock) {

    /** What the program is sent of it. */
    Message.Patch message(String buildId, LinkedPatch linked, Path jar) {
        String digest = Sha256.hex(linked.jar());
        return new Message.Patch(
                sequence,
                buildId,
                JumpTable.managed(jar, linked.jumpTable(), buildId, sequence, digest),
                digest,
                linked.jar().length,
                Verdicts.onTheWire(members),
                clock.soFar());
    }

    /** What became of it in the process {@code pid}. */
    ServeEvent.Patched patched(long pid, Verdicts verdicts, Message.Applied applied, SaveTimings timings) {
        return new ServeEvent.Patched(
                pid,
                sequence,
                applied.generation(),
                files,
                verdicts.of(members, applied),
                carried.stream()
                        .map(c -> new ServeEvent.Carried(c.member(), c.cause()))
                        .toList(),
                functions(applied),
                timings);
    }

    /** What the program said of its functions. A lambda belongs to the method that makes it, which is listed itself. */
    private static List<ServeEvent.Function> functions(Message.Applied applied) {
        return applied.functions().stream()
                .filter(function -> !function.name().contains("lambda$"))
                .map(function -> new ServeEvent.Function(function.name(), function.newPtr()))
                .toList();
    }
}
