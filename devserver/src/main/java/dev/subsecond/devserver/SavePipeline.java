package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkedPatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * From a save to a patch that is sent. At most one patch is under way; what is saved meanwhile follows when the program
 * has answered. Belongs to the session's thread.
 *
 * <p>Implementation note. An attempt is a straight line: compile, link, send. Between two steps it looks at what the
 * watcher reported, and begins anew if that is news, so that files saved together become one patch. What compiled stays
 * compiled: {@link PendingChanges} carries it into the next attempt.
 */
final class SavePipeline {

    /** How far a file's time may lie behind the clock: kernels stamp files with the time of their last tick. */
    private static final Duration FILE_CLOCK = Duration.ofMillis(10);

    private final Workspace workspace;
    private final PatchSender sender;
    private final SaveReports reports;
    private final UnpreparedPrograms others;
    private final PendingChanges pending = new PendingChanges();

    private RunningProgram running;
    private long sequence;
    private boolean waiting;
    private boolean connected;

    /** The generation to go back to once the program has answered what it was sent before. */
    private @Nullable Long rollback;

    /** When the program went back behind its sources; null while it runs what they say. */
    private @Nullable Instant wentBack;

    /** @param others processes that get the same changes by patches of their own */
    SavePipeline(
            Workspace workspace,
            PatchSender sender,
            SaveReports reports,
            UnpreparedPrograms others,
            RunningProgram running) {
        this.workspace = workspace;
        this.sender = sender;
        this.reports = reports;
        this.others = others;
        this.running = running;
    }

    /** The program was started anew from the newest sources: nothing is pending. */
    void startedAnew(RunningProgram next) {
        running = next;
        others.startAnew();
        waiting = false;
        connected = false;
        rollback = null;
        wentBack = null;
        pending.clear();
        reports.resolved();
        sender.forget();
    }

    /** Whether nothing was saved yet. */
    boolean idleSoFar() {
        return sequence == 0;
    }

    /** A process that was not prepared can be patched now. */
    void unpreparedConnected(Message.Hello hello) {
        others.connected(hello, running.image(), workspace.program().classFiles());
    }

    /** The program can be patched now: also with what was saved before it could. */
    void connected() {
        connected = true;
        attempt();
    }

    /** Makes an earlier generation current, after what is under way. */
    void rollback(long generation) {
        if (sender.busy()) {
            rollback = generation;
            return;
        }
        rollback = null;
        if (!sender.rollback(generation)) {
            reports.notRolledBack(generation, "it is not connected");
        }
    }

    void applied(Message.Applied applied) {
        Long rolledBackTo = applied.rolledBackTo();
        if (rolledBackTo != null) {
            wentBack = Instant.now().minus(FILE_CLOCK); // first: who reads what is published may save at once
            sender.rolledBack(running, applied, rolledBackTo);
            goOn();
            return;
        }
        if (sender.applied(running, applied)) {
            pending.clear();
            wentBack = null;
            reports.resolved();
            goOn();
        }
    }

    void rejected(Message.Rejected rejected) {
        if (sender.rejected(running, rejected)) {
            goOn();
        }
    }

    void firstCall(Message.FirstCall call) {
        sender.firstCall(running, call);
    }

    void disconnected() {
        sender.lost(running);
    }

    private void goOn() {
        if (rollback != null) {
            rollback(rollback);
        } else if (waiting) {
            attempt();
        }
    }

    /** There are reports of the watcher. */
    void reported() {
        if (look()) {
            attempt();
        }
    }

    /** Nothing was written for a while: what looks like half of a save is all of it. */
    void quiet() {
        if (look()) {
            attempt();
            return;
        }
        reports.quietHasBegun();
        if (workspace.dirty().settle()) {
            attempt();
        }
        reports.show();
    }

    private boolean look() {
        boolean news = workspace.look();
        if (wentBack != null) {
            // The same text again is news here: saving it says that it is to run.
            news |= pending.again(workspace.savedSince(wentBack));
        }
        if (news) {
            reports.disturbed();
        }
        return news;
    }

    /** Brings everything that was saved into the program, or finds out why not. */
    private void attempt() {
        waiting = sender.busy();
        if (waiting) {
            return;
        }
        boolean overtaken = true;
        while (overtaken) {
            reports.withdraw();
            if (!hasWork()) {
                resolveIfTakenBack();
                return;
            }
            overtaken = attemptOnce();
        }
    }

    private void resolveIfTakenBack() {
        if (workspace.dirty().isEmpty()) {
            reports.takenBack();
        }
    }

    private boolean hasWork() {
        return workspace.dirty().anySettled() || !pending.isEmpty();
    }

    /** Returns whether it was overtaken by another save. */
    private boolean attemptOnce() {
        sequence++;
        long savedNanos = workspace.dirty().newestSaveNanos();
        SaveClock clock = new SaveClock(savedNanos);
        List<Path> files = files();
        reports.began(files);
        sender.tell(new Message.PatchStart(
                sequence, files.stream().map(Path::toString).toList()));
        boolean compiled = compile(files);
        clock.compiled();
        boolean overtaken = look();
        if (compiled && !overtaken) {
            boolean overtakenLate = link(clock);
            others.attempt(savedNanos);
            return overtakenLate;
        }
        return overtaken;
    }

    private List<Path> files() {
        Set<Path> files = new TreeSet<>(pending.files());
        files.addAll(workspace.dirty().files());
        return List.copyOf(files);
    }

    private boolean compile(List<Path> files) {
        if (!workspace.dirty().anySettled()) {
            return true;
        }
        Compilation result = workspace.compile();
        if (result instanceof Compilation.Bad bad) {
            reports.compileError(
                    bad.errors(), diagnostics -> sender.tell(new Message.PatchFailed(sequence, diagnostics)));
            return false;
        }
        Compilation.Good good = (Compilation.Good) result;
        pending.add(good, files);
        others.compiled(good, files);
        reports.warnings(good.warnings());
        return true;
    }

    /** A linker that is not told what became of a patch takes it for never sent, which an overtaken one is. */
    private boolean link(SaveClock clock) {
        LinkResult result = running.linker().link(sequence, pending.changes());
        clock.linked(result.timings());
        boolean overtaken = look();
        if (!overtaken) {
            result.patch().ifPresentOrElse(patch -> send(result, patch, clock), () -> nothingToSend(result));
        }
        return overtaken;
    }

    private void nothingToSend(LinkResult result) {
        reports.notLive(
                pending.files(),
                result.members(),
                diagnostics -> sender.tell(new Message.PatchFailed(sequence, diagnostics)));
        pending.clear();
        wentBack = null;
    }

    private void send(LinkResult result, LinkedPatch linked, SaveClock clock) {
        PatchInFlight patch = new PatchInFlight(sequence, pending.files(), result.members(), result.carried(), clock);
        try {
            boolean sent = sender.send(running, linked, patch);
            if (!sent && connected) {
                reports.notSent(running.pid(), sequence, "NOT_CONNECTED", "The program is no longer connected.");
            }
        } catch (IOException e) {
            reports.notSent(running.pid(), sequence, "PATCH_NOT_WRITTEN", "The patch could not be written: " + e);
        }
    }
}
