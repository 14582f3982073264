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

/**
 * Applies patches of the server and goes back. Whatever happens, there is exactly one answer to each: a rejection, which it returns, or
 * that it is done, which the session hears from the engine like anyone else.
 */
final class PatchReceiver {

    private final Engine engine;

    PatchReceiver(Engine engine) {
        this.engine = engine;
    }

    /** Applies a patch whose file this program can read. */
    Optional<Message.Rejected> receive(Message.Patch patch) {
        try {
            checkLength(patch, Files.size(patch.jumpTable().lib()));
            engine.apply(table(patch));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unreadable(patch));
        } catch (PatchException e) {
            return Optional.of(rejected(patch.sequence(), e));
        } catch (RuntimeException | Error e) {
            return Optional.of(internalError(patch.sequence(), e));
        }
    }

    /** Applies a patch whose bytes came over the wire, through a file that lives as long as that takes. */
    Optional<Message.Rejected> receive(Message.Patch patch, byte[] bytes) {
        try {
            Path file = Files.createTempFile("subsecond-patch", ".jar");
            try {
                Files.write(file, bytes);
                return receive(withLib(patch, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return Optional.of(new Message.Rejected(
                    patch.sequence(), Reason.LOAD_FAILED.name(), "The patch cannot be stored: " + e, List.of()));
        }
    }

    /** Makes an earlier generation current. */
    Optional<Message.Rejected> rollback(long generation) {
        try {
            engine.rollback(generation);
            return Optional.empty();
        } catch (PatchException e) {
            return Optional.of(rejected(Message.Rejected.ROLLBACK, e));
        } catch (RuntimeException | Error e) {
            return Optional.of(internalError(Message.Rejected.ROLLBACK, e));
        }
    }

    private static Message.Rejected internalError(long sequence, Throwable e) {
        return new Message.Rejected(sequence, Reason.LOAD_FAILED.name(), "internal error: " + e, List.of());
    }

    /** The answer to a patch whose file cannot be read and whose bytes did not follow. */
    Message.Rejected unreadable(Message.Patch patch) {
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

    /** What the server wants to know of a patch that is live. Looks at all threads. */
    static Message.Applied applied(AppliedPatch patch) {
        List<CommittedFunction> functions = patch.commit().functions();
        OldFrames old = OldFrames.now(functions);
        Map<String, Double> millis = new TreeMap<>();
        patch.timings().forEach((step, time) -> millis.put(step, time.toNanos() / 1e6));
        return new Message.Applied(
                patch.commit().sequence(),
                patch.commit().generation(),
                functions.stream().map(function -> applied(function, old)).toList(),
                millis,
                patch.rolledBackTo());
    }

    private static Message.AppliedFunction applied(CommittedFunction function, OldFrames old) {
        return new Message.AppliedFunction(
                function.id().toString(),
                function.name(),
                function.oldPtr().toString(),
                function.newPtr().toString(),
                old.of(function));
    }

    private static Message.Rejected rejected(long sequence, PatchException e) {
        String message = e.getMessage() == null ? e.reason().name() : e.getMessage();
        String member = e.member().map(name -> name + ": ").orElse("");
        return new Message.Rejected(
                sequence,
                e.reason().name(),
                message.startsWith(member) ? message : member + message,
                e.definedClasses());
    }
}
