package dev.subsecond.devserver;

import dev.subsecond.devserver.serve.ProgramSocket;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.thinlink.LinkedPatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends patches, one at a time, and hears what the program makes of them. Belongs to the session's thread. */
final class PatchSender {

    private final ProgramSocket socket;
    private final EventPublisher events;
    private final Verdicts verdicts;
    private @Nullable PatchInFlight inFlight;
    private Message.@Nullable Patch sentLast;
    private @Nullable LastApplied lastApplied;

    /** The generation that was asked for and not yet answered. */
    private @Nullable Long rollback;

    /** When the newest patch was applied, in milliseconds from its save, and the names of its functions by id. */
    private record LastApplied(long sequence, double sinceSave, Map<String, String> names) {}

    PatchSender(ProgramSocket socket, EventPublisher events, Verdicts verdicts) {
        this.socket = socket;
        this.events = events;
        this.verdicts = verdicts;
    }

    /** Whether a patch or a rollback waits for its answer. */
    boolean busy() {
        return inFlight != null || rollback != null;
    }

    /** Asks the program to make an earlier generation current; false if it is not connected. */
    boolean rollback(long generation) {
        boolean sent = socket.send(new Message.Rollback(generation));
        rollback = sent ? generation : null;
        return sent;
    }

    /** The program went back, because it was asked to or by itself. */
    void rolledBack(RunningProgram program, Message.Applied applied, long to) {
        if (rollback != null && rollback == to) {
            rollback = null;
        }
        if (applied.generation() != to) {
            socket.share(new Message.Rollback(to));
        }
        program.linker().rolledBack(applied.sequence());
        events.publish(new ServeEvent.RolledBack(program.pid(), to));
    }

    /** Tells the program something that needs no answer. */
    void tell(Message message) {
        socket.send(message);
    }

    /**
     * Writes a patch and sends it.
     *
     * @return false if no program is connected
     * @throws IOException if it cannot be written
     */
    boolean send(RunningProgram program, LinkedPatch linked, PatchInFlight patch) throws IOException {
        patch.clock().sending();
        program.patches().writeOverlay(linked.overlay());
        Path jar = program.patches().writeJar(linked.sequence(), linked.jar());
        Message.Patch message = patch.message(program.image().buildId(), linked, jar);
        boolean sent = socket.send(message);
        sentLast = message;
        inFlight = sent ? patch : null;
        return sent;
    }

    /** The program applied a patch; returns whether it is the one that was sent. */
    boolean applied(RunningProgram program, Message.Applied applied) {
        PatchInFlight patch = inFlight;
        if (patch == null || patch.sequence() != applied.sequence()) {
            return false;
        }
        inFlight = null;
        share(applied);
        SaveTimings timings = patch.clock().complete(applied.timings());
        program.linker().applied(patch.sequence());
        lastApplied = new LastApplied(
                patch.sequence(),
                timings.total(),
                applied.functions().stream()
                        .collect(Collectors.toMap(f -> f.id(), f -> f.name(), (one, other) -> one)));
        events.publish(patch.patched(program.pid(), verdicts, applied, timings));
        return true;
    }

    private void share(Message.Applied applied) {
        Message.Patch patch = sentLast;
        if (patch != null && patch.sequence() == applied.sequence()) {
            socket.share(patch);
        }
    }

    /** The program refused a patch or a rollback; returns whether it is the one that was sent. */
    boolean rejected(RunningProgram program, Message.Rejected rejected) {
        if (rejected.sequence() == Message.Rejected.ROLLBACK && rollback != null) {
            notRolledBack(rollback, rejected.message());
            return true;
        }
        PatchInFlight patch = inFlight;
        if (patch == null || patch.sequence() != rejected.sequence()) {
            return false;
        }
        failed(program, patch, rejected.reason(), rejected.message());
        return true;
    }

    private void notRolledBack(long generation, String why) {
        rollback = null;
        events.publish(
                new ServeEvent.Warning("", 0, "The program did not go back to generation " + generation + ": " + why));
    }

    /** The program is gone, and with it the answer to a patch; returns whether one was awaited. */
    boolean lost(RunningProgram program) {
        if (rollback != null) {
            notRolledBack(rollback, "it was gone before it answered");
        }
        PatchInFlight patch = inFlight;
        if (patch == null) {
            return false;
        }
        failed(program, patch, "CONNECTION_LOST", "The program was gone before it said whether the patch is live.");
        return true;
    }

    private void failed(RunningProgram program, PatchInFlight patch, String reason, String message) {
        inFlight = null;
        program.linker().rejected(patch.sequence());
        events.publish(new ServeEvent.Rejected(program.pid(), patch.sequence(), reason, message));
    }

    /** New code ran for the first time. */
    void firstCall(RunningProgram program, Message.FirstCall call) {
        LastApplied last = lastApplied;
        if (last != null && last.sequence() == call.sequence()) {
            double total = last.sinceSave() + call.sinceCommitMicros() / 1000.0;
            String name = last.names().getOrDefault(call.function(), call.function());
            events.publish(new ServeEvent.Live(program.pid(), call.sequence(), name, total));
        }
    }

    /** The program ends; whatever it was sent is void. */
    void forget() {
        inFlight = null;
        lastApplied = null;
        rollback = null;
    }
}
