package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.CompilerMessage;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Says what became of saves that did not become a patch. Belongs to the session's thread. */
final class SaveReports {

    private static final Set<Verdict> BAD = Set.of(Verdict.REFUSED, Verdict.UNREACHED);

    private final EventPublisher events;
    private final Bulletin bulletin;
    private List<Path> files = List.of();

    SaveReports(EventPublisher events, Bulletin bulletin) {
        this.events = events;
        this.bulletin = bulletin;
    }

    /** Work on these files has begun. */
    void began(List<Path> changed) {
        files = changed;
        events.publish(new ServeEvent.Change(changed));
    }

    void warnings(List<CompilerMessage> warnings) {
        warnings.forEach(warning -> events.publish(warning(warning)));
    }

    static ServeEvent warning(CompilerMessage message) {
        return new ServeEvent.Warning(message.file(), (int) message.line(), message.text());
    }

    /** The files do not compile. Said, also to {@code program}, when it is certain. */
    void compileError(List<CompilerMessage> errors, Consumer<List<Message.Diagnostic>> program) {
        bulletin.bad(() -> {
            events.publish(new ServeEvent.CompileError(diagnostics(errors)));
            program.accept(errors.stream()
                    .map(error -> new Message.Diagnostic(error.file(), error.line(), error.column(), error.text()))
                    .toList());
        });
    }

    /** The linker made no patch: nothing has changed, or nothing that changed can go live. */
    void notLive(List<Path> saved, List<MemberVerdict> verdicts, Consumer<List<Message.Diagnostic>> program) {
        if (verdicts.stream().noneMatch(verdict -> BAD.contains(verdict.verdict()))) {
            bulletin.resolved();
            events.publish(new ServeEvent.Unchanged(saved, Verdicts.planned(verdicts)));
            return;
        }
        List<ServeEvent.Member> members = Verdicts.planned(verdicts);
        bulletin.bad(() -> {
            events.publish(new ServeEvent.Refused(saved, members));
            program.accept(Verdicts.refusals(members));
        });
    }

    /** A patch was made and did not reach the program. */
    void notSent(long pid, long sequence, String reason, String message) {
        events.publish(new ServeEvent.Rejected(pid, sequence, reason, message));
    }

    /** The program goes on with what it runs. */
    void notRolledBack(long generation, String why) {
        events.publish(
                new ServeEvent.Warning("", 0, "The program did not go back to generation " + generation + ": " + why));
    }

    /** Something was written: what there is to say may be out of date soon. */
    void disturbed() {
        bulletin.disturbed();
    }

    /** Nothing was written for a while: from now on everything is said at once. */
    void quietHasBegun() {
        bulletin.quietHasBegun();
    }

    /** Says what was held back. */
    void show() {
        bulletin.show();
    }

    /** What was held back and not yet said is out of date. */
    void withdraw() {
        bulletin.withdraw();
    }

    /** Everything saved is live. */
    void resolved() {
        bulletin.resolved();
    }

    /** Every source is again what the program was compiled from; that resolves what was said of it. */
    void takenBack() {
        if (bulletin.resolved()) {
            events.publish(new ServeEvent.Unchanged(files, List.of()));
        }
    }

    static List<ServeEvent.SourceDiagnostic> diagnostics(List<CompilerMessage> messages) {
        return messages.stream()
                .map(message -> new ServeEvent.SourceDiagnostic(
                        message.file(), message.line(), message.column(), message.text(), message.rendered()))
                .toList();
    }
}
