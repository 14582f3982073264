package dev.subsecond.runtime.client;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.event.AppliedPatch;
import dev.subsecond.runtime.patch.CommittedFunction;
import dev.subsecond.runtime.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies one patch and says what became of it. Whatever happens, there is exactly one answer. */
final class PatchReceiver {

    private final PatchApplier applier;

    PatchReceiver(PatchApplier applier) {
        this.applier = applier;
    }

    /** Applies a patch whose file this program can read. */
    Message receive(Message.Patch patch) {
        try {
            checkLength(patch, Files.size(patch.jumpTable().lib()));
            return applied(patch.sequence(), applier.apply(table(patch)), null);
        } catch (IOException e) {
            return unreadable(patch);
        } catch (PatchException e) {
            return rejected(patch.sequence(), e);
        } catch (RuntimeException | Error e) {
            return new Message.Rejected(patch.sequence(), Reason.LOAD_FAILED.name(), "internal error: " + e, List.of());
        }
    }

    /** Applies a patch whose bytes came over the wire, through a file that lives as long as that takes. */
    Message receive(Message.Patch patch, byte[] bytes) {
        try {
            Path file = Files.createTempFile("subsecond-patch", ".jar");
            try {
                Files.write(file, bytes);
                return receive(withLib(patch, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return new Message.Rejected(
                    patch.sequence(), Reason.LOAD_FAILED.name(), "The patch cannot be stored: " + e, List.of());
        }
    }

    /** Goes back; the answer is null if it worked, because then {@link #rolledBack} is the answer. */
    @Nullable
    Message rollback(long generation) {
        try {
            applier.rollback(generation);
            return null;
        } catch (PatchException e) {
            return rejected(Message.Rejected.ROLLBACK, e);
        } catch (RuntimeException | Error e) {
            return new Message.Rejected(
                    Message.Rejected.ROLLBACK, Reason.LOAD_FAILED.name(), "internal error: " + e, List.of());
        }
    }

    /** What the server is told of a rollback, whoever asked for it. */
    static Message rolledBack(AppliedPatch patch, long to) {
        return applied(patch.commit().sequence(), patch, to);
    }

    /** The answer to a patch whose file cannot be read and whose bytes did not follow. */
    Message unreadable(Message.Patch patch) {
        return new Message.Rejected(
                patch.sequence(),
                Reason.LOAD_FAILED.name(),
                "The patch file cannot be read: " + patch.jumpTable().lib(),
                List.of());
    }

    private static void checkLength(Message.Patch patch, long length) throws PatchException {
        if (length != patch.length()) {
            throw new PatchException(
                    Reason.INTEGRITY, "The patch has " + length + " bytes, " + patch.length() + " were announced");
        }
    }

    /** The table with all that the engine checks, which the message says too. */
    private static JumpTable table(Message.Patch patch) throws PatchException {
        JumpTable table = patch.jumpTable();
        checkAgrees("build id", table.buildId(), patch.buildId());
        checkAgrees("digest", table.sha256(), patch.sha256());
        if (table.sequence().orElse(patch.sequence()) != patch.sequence()) {
            throw new PatchException(Reason.INTEGRITY, "The message and its jump table name two sequence numbers");
        }
        return new JumpTable(
                table.lib(),
                table.map(),
                table.aslrReference(),
                table.newBaseAddress(),
                table.ifuncCount(),
                table.library(),
                table.anchor(),
                Optional.of(patch.buildId()),
                OptionalLong.of(patch.sequence()),
                Optional.of(patch.sha256()));
    }

    private static void checkAgrees(String what, Optional<String> inTable, String inMessage) throws PatchException {
        if (inTable.isPresent() && !inTable.get().equals(inMessage)) {
            throw new PatchException(Reason.INTEGRITY, "The message and its jump table do not agree on the " + what);
        }
    }

    private static Message.Patch withLib(Message.Patch patch, Path lib) {
        return new Message.Patch(
                patch.sequence(),
                patch.buildId(),
                patch.jumpTable().withLib(lib),
                patch.sha256(),
                patch.length(),
                patch.members(),
                patch.timings());
    }

    private static Message applied(long sequence, AppliedPatch patch, @Nullable Long rolledBackTo) {
        List<CommittedFunction> functions = patch.commit().functions();
        OldFrames old = OldFrames.now(functions);
        Map<String, Double> millis = new TreeMap<>();
        patch.timings().forEach((step, time) -> millis.put(step, time.toNanos() / 1e6));
        return new Message.Applied(
                sequence,
                patch.commit().generation(),
                functions.stream().map(function -> applied(function, old)).toList(),
                millis,
                rolledBackTo);
    }

    private static Message.AppliedFunction applied(CommittedFunction function, OldFrames old) {
        return new Message.AppliedFunction(
                function.id().toString(),
                function.name(),
                function.oldPtr().toString(),
                function.newPtr().toString(),
                old.of(function));
    }

    private static Message rejected(long sequence, PatchException e) {
        String message = e.getMessage() == null ? e.reason().name() : e.getMessage();
        String member = e.member().map(name -> name + ": ").orElse("");
        return new Message.Rejected(
                sequence,
                e.reason().name(),
                message.startsWith(member) ? message : member + message,
                e.definedClasses());
    }
}
