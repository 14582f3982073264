package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.devserver.image.PatchFolder;
import dev.subsecond.devserver.serve.ProgramSocket;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.Linker;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process of the served build whose classes were not prepared. It has patches of its own, numbered by themselves, since
 * what is linked for a prepared program does not fit it. Belongs to the session's thread.
 */
final class UnpreparedProgram {

    private final long pid;
    private final String buildId;
    private final Linker linker;
    private final PatchFolder patches;
    private final ProgramSocket socket;
    private final EventPublisher events;
    private final Verdicts verdicts;
    private final PendingChanges pending = new PendingChanges();

    private @Nullable PatchInFlight inFlight;
    private long sequence;
    private long generation;

    UnpreparedProgram(
            long pid,
            String buildId,
            Linker linker,
            PatchFolder patches,
            ProgramSocket socket,
            EventPublisher events,
            Verdicts verdicts) {
        this.pid = pid;
        this.buildId = buildId;
        this.linker = linker;
        this.patches = patches;
        this.socket = socket;
        this.events = events;
        this.verdicts = verdicts;
    }

    /** Tells its user what does not go through stubs. */
    void warn() {
        for (String warning : linker.warnings()) {
            String sentence = warning + ". Call the stub, or run the program under serve.";
            socket.sendTo(pid, new Message.Log(System.Logger.Level.WARNING.name(), sentence));
        }
    }

    /**
     * It has connected again, and what was sent last may have arrived or not.
     *
     * @return false if it has had patches of somebody else
     */
    boolean isBack(long itsGeneration) {
        PatchInFlight unanswered = inFlight;
        if (unanswered != null) {
            inFlight = null;
            if (itsGeneration == generation + 1) {
                generation = itsGeneration;
                linker.applied(unanswered.sequence());
            } else {
                linker.rejected(unanswered.sequence());
            }
        }
        return itsGeneration == generation;
    }

    /** What it has not seen of the sources, when it connects. */
    void missed(Changes changes) {
        pending.add(changes);
    }

    /** Something compiled that it has not seen. */
    void compiled(Compilation.Good good, List<Path> files) {
        pending.add(good, files);
    }

    /** Links and sends what is pending, unless an answer is awaited; then that goes on. */
    void attempt(SaveClock clock) {
        if (inFlight != null || pending.isEmpty()) {
            return;
        }
        List<Path> files = pending.files();
        LinkResult result = linker.link(++sequence, pending.changes());
        clock.compiled();
        clock.linked(result.timings());
        pending.clear();
        result.patch().ifPresentOrElse(patch -> send(result, patch, files, clock), () -> notLive(result.members()));
    }

    private void send(LinkResult result, LinkedPatch linked, List<Path> files, SaveClock clock) {
        clock.sending();
        try {
            Path jar = patches.writeJar(linked.sequence(), linked.jar());
            PatchInFlight patch =
                    new PatchInFlight(linked.sequence(), files, result.members(), result.carried(), clock);
            if (socket.sendTo(pid, patch.message(buildId, linked, jar))) {
                inFlight = patch;
            } else {
                linker.rejected(linked.sequence());
            }
        } catch (IOException e) {
            linker.rejected(linked.sequence());
            events.publish(new ServeEvent.Rejected(
                    pid, linked.sequence(), "PATCH_NOT_WRITTEN", "The patch could not be written: " + e));
        }
    }

    private void notLive(List<MemberVerdict> members) {
        for (MemberVerdict m : members) {
            if (m.verdict() == Verdict.UNREACHED || m.verdict() == Verdict.REFUSED) {
                events.publish(new ServeEvent.Warning(
                        "", 0, who() + "does not run the new " + m.member() + ": " + m.reason()));
            }
        }
    }

    /** The process that sentences are about. */
    private String who() {
        return "Process " + pid + ", which was not prepared, ";
    }

    void applied(Message.Applied applied) {
        PatchInFlight patch = inFlight;
        if (patch == null || patch.sequence() != applied.sequence()) {
            return;
        }
        inFlight = null;
        generation = applied.generation();
        linker.applied(patch.sequence());
        SaveTimings timings = patch.clock().complete(applied.timings());
        events.publish(patch.patched(pid, verdicts, applied, timings));
        goOn();
    }

    void rejected(Message.Rejected rejected) {
        PatchInFlight patch = inFlight;
        if (patch != null && patch.sequence() == rejected.sequence()) {
            inFlight = null;
            linker.rejected(patch.sequence());
            events.publish(new ServeEvent.Rejected(pid, patch.sequence(), rejected.reason(), rejected.message()));
            goOn();
        }
    }

    private void goOn() {
        attempt(new SaveClock(System.nanoTime()));
    }
}
